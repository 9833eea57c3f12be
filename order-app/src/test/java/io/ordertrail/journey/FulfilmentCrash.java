package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The service is killed at the steps of its processes, before a command or after it. Started again, each order comes to its end
 * by itself, and in the end all money and all stock are where plain arithmetic says.
 *
 * <p>At every step with {@code -Dfaults=all}; without it at some, chosen by a seed that is printed.
 */
abstract class FulfilmentCrash {

    private static final int SOME = 1;
    private static final int MORE_THAN_ALL = 60;

    private final Path dataDir = InProcess.newDataDir();
    private final Path log = dataDir.resolve("service.log");
    private final int port = Child.freePort();
    private final List<FulfilmentWorld.Going> placed = new ArrayList<>();

    /** Settings that say where the database is. */
    abstract List<String> database(Path dataDir);

    /** How the command line of verify says it. */
    abstract List<String> verification(Path dataDir);

    @Test
    void an_order_comes_to_its_end_wherever_its_processes_are_killed() throws Exception {
        long seed = System.nanoTime();
        System.out.println(getClass().getSimpleName() + ": seed " + seed);
        Random random = new Random(seed);
        String accountId;
        try (Child service = Child.startHalting(port, log, settings(0, false))) {
            accountId = new FulfilmentWorld(shop(service), "").setUp();
        }
        for (FulfilmentWorld.Way way : FulfilmentWorld.Way.values()) {
            for (int step : steps(random, way)) {
                if (!killAt(step, random.nextBoolean(), way, accountId)) {
                    break;
                }
            }
        }
        try (Child service = Child.startHalting(port, log, settings(0, false))) {
            FulfilmentWorld world = new FulfilmentWorld(shop(service), accountId);
            List<FulfilmentWorld.Going> asked = IntStream.range(0, placed.size())
                    .mapToObj(n -> world.asked(placed.get(n), conversation(n)))
                    .toList();
            asked.forEach(world::awaitEnd);
            world.check(asked);
            shop(service).awaitQuiet();
        }
        assertThat(verify()).as(tail("verify.log")).isZero();
    }

    private static List<Integer> steps(Random random, FulfilmentWorld.Way way) {
        return "all".equals(System.getProperty("faults"))
                ? IntStream.rangeClosed(1, MORE_THAN_ALL).boxed().toList()
                : random.ints(SOME, 1, way.shortest() + 1).boxed().toList();
    }

    /** Whether there was such a step at all; if not, the order has come to its end undisturbed. */
    private boolean killAt(int step, boolean afterwards, FulfilmentWorld.Way way, String accountId)
            throws InterruptedException {
        long before = halts();
        Child service = Child.startHalting(port, log, settings(step, afterwards));
        try {
            FulfilmentWorld world = new FulfilmentWorld(shop(service), accountId);
            FulfilmentWorld.Going going = world.go(way, conversation(placed.size()));
            placed.add(going);
            await().atMost(Duration.ofSeconds(60)).until(() -> halts() > before || world.hasEnded(going));
            return halts() > before;
        } finally {
            service.kill();
        }
    }

    private List<String> settings(int step, boolean afterwards) {
        List<String> settings = new ArrayList<>(database(dataDir));
        settings.addAll(List.of(
                "ordertrail.data-dir=" + dataDir,
                "ordertrail.fulfilment.shipments=automatic",
                "halt.conversation=" + conversation(placed.size()),
                "halt.at=" + (step == 0 ? Integer.MAX_VALUE : step),
                "halt.afterwards=" + afterwards));
        return settings;
    }

    private static String conversation(int number) {
        return "crash-" + number;
    }

    private static Shop shop(Child service) {
        return new Shop(service.url(), reply -> {});
    }

    private long halts() {
        try {
            return Files.exists(log)
                    ? Files.readAllLines(log).stream()
                            .filter(line -> line.contains(HaltingApp.HALTED))
                            .count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int verify() throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        arguments.addAll(verification(dataDir));
        return Child.java(dataDir.resolve("verify.log"), arguments).waitFor();
    }

    private String tail(String file) {
        try {
            List<String> lines = Files.readAllLines(dataDir.resolve(file));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
