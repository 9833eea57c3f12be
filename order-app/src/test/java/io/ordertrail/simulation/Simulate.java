package io.ordertrail.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs seeds from the command line: first seed, how many, mutant. */
final class Simulate {

    private Simulate() {}

    public static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        long count = Long.parseLong(args[1]);
        Mutant mutant = args.length > 2 ? Mutant.valueOf(args[2]) : Mutant.NONE;
        int stopAfter = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        Map<String, Integer> sorts = new TreeMap<>();
        Map<String, Long> firsts = new TreeMap<>();
        try (SimulatedNode node = new SimulatedNode("sim" + first)) {
            Simulation simulation = new Simulation(node, mutant);
            long begin = System.nanoTime();
            long done = 0;
            int shown = 0;
            for (long seed = first; seed < first + count; seed++) {
                done++;
                Optional<Simulation.Finding> found = simulation.run(seed);
                if (found.isPresent()) {
                    String sort = Simulation.sort(found.get());
                    sorts.merge(sort, 1, Integer::sum);
                    if (firsts.putIfAbsent(sort, seed) == null && shown < stopAfter) {
                        shown++;
                        Simulation.Finding small = simulation.shrink(found.get(), Duration.ofSeconds(20));
                        System.out.println("SEED " + seed + " (" + small.choices().size() + " choices): " + small.breach());
                        small.words().forEach(word -> System.out.println("   " + word));
                        if (small.why().getCause() != null) {
                            small.why().getCause().printStackTrace(System.out);
                        }
                    }
                    if (mutant != Mutant.NONE) {
                        System.out.println(mutant + " found after " + done + " seeds: " + found.get().breach());
                        break;
                    }
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%d seeds, %.1f s, %.1f a second%n", done, seconds, done / seconds);
            sorts.forEach((sort, n) -> System.out.println(n + " x " + sort + "  first " + firsts.get(sort)));
        }
        System.exit(0);
    }
}
