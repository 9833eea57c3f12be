package io.ordertrail.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs seeds from the command line: first seed, how many, mutant. */
public final class Simulate {

    private Simulate() {}

    public static void main(String[] args) {
        try (ConfigurableApplicationContext service = SimulatedService.start("simulation")) {
            run(service, args);
        }
        System.exit(0);
    }

    /** @param args first seed, how many, and where wanted the mutant and how many breaches are shown */
    public static void run(ConfigurableApplicationContext service, String... args) {
        if (args.length > 2 && args[2].equals("ALL")) {
            mutants(service, Long.parseLong(args[0]), Long.parseLong(args[1]));
            return;
        }
        long first = Long.parseLong(args[0]);
        long count = Long.parseLong(args[1]);
        Mutant mutant = args.length > 2 ? Mutant.valueOf(args[2]) : Mutant.NONE;
        int stopAfter = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        Map<String, Integer> sorts = new TreeMap<>();
        Map<String, Long> firsts = new TreeMap<>();
        SimulatedNode node = new SimulatedNode(service);
        Simulation simulation = new Simulation(node, mutant);
        long begin = System.nanoTime();
        long done = 0;
        int shown = 0;
        for (long seed = first; seed < first + count; seed++) {
            done++;
            if (done % 500 == 0) {
                System.out.printf("%d seeds, %.0f s%n", done, (System.nanoTime() - begin) / 1e9);
            }
            Optional<Simulation.Finding> found = simulation.run(seed);
            if (found.isPresent()) {
                String sort = Simulation.sort(found.get());
                sorts.merge(sort, 1, Integer::sum);
                if (firsts.putIfAbsent(sort, seed) == null && shown < stopAfter) {
                    shown++;
                    Simulation.Finding small =
                            simulation.shrink(found.get(), Duration.ofSeconds(Long.getLong("shrink", 15)));
                    System.out.println("SEED " + seed + " (" + small.choices().size() + " choices): " + small.breach());
                    int skip = Math.max(0, small.words().size() - Integer.getInteger("words", 40));
                    small.words().stream().skip(skip).forEach(word -> System.out.println("   " + word));
                    simulation.histories(small).forEach(word -> System.out.println("   " + word));
                    if (small.why().getCause() != null) {
                        small.why().getCause().printStackTrace(System.out);
                    }
                }
                if (mutant != Mutant.NONE) {
                    System.out.println(mutant + " found after " + done + " seeds: "
                            + found.get().breach());
                    break;
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%d seeds, %.1f s, %.1f a second%n", done, seconds, done / seconds);
        sorts.forEach((sort, n) -> System.out.println(n + " x " + sort + "  first " + firsts.get(sort)));
    }

    private static void mutants(ConfigurableApplicationContext service, long first, long most) {
        SimulatedNode node = new SimulatedNode(service);
        for (Mutant mutant : Mutant.values()) {
            Simulation simulation = new Simulation(node, mutant);
            long done = 0;
            Optional<Simulation.Finding> found = Optional.empty();
            while (mutant != Mutant.NONE && done < most && found.isEmpty()) {
                found = simulation.run(first + done++);
            }
            System.out.println(mutant + " after " + done + " seeds: "
                    + found.map(Simulation.Finding::breach).orElse("not found"));
        }
    }
}
