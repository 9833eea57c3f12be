package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.journey.FulfilmentWorld.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The service is killed at the steps of its processes, before a command or after it. Started again, each order, return
 * and transfer comes to its end by itself, and in the end all money and all stock are where plain arithmetic says.
 *
 * <p>At every step of every way with {@code -Dfaults=all}; without it at some, chosen by a seed that is printed.
 */
abstract class FulfilmentCrash {

    private static final boolean ALL = "all".equals(System.getProperty("faults"));
    private static final int SOME_WAYS = 1;
    private static final int MORE_THAN_ALL = 60;

    /** Nothing more is to come from a process that has been quiet for so long. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Path dataDir = InProcess.newDataDir();
    private final Path log = dataDir.resolve("service.log");
    private final int port = Child.freePort();
    private final List<FulfilmentWorld.Going> all = new ArrayList<>();
    private FulfilmentWorld.Accounts accounts;

    /** Settings that say where the database is. */
    abstract List<String> database(Path dataDir);

    /** How the command line of verify says it. */
    abstract List<String> verification(Path dataDir);

    @Test
    void all_comes_to_its_end_wherever_its_processes_are_killed() throws Exception {
        long seed = System.nanoTime();
        System.out.println(getClass().getSimpleName() + ": seed " + seed);
        Random random = new Random(seed);
        try (Child service = Child.startHalting(port, log, settings(true, 0, false))) {
            accounts = FulfilmentWorld.setUp(shop(service));
        }
        List<Way> ways = ways(random);
        List<Way> automatic = ways.stream().filter(Way::automatic).toList();
        List<Way> manual = ways.stream().filter(way -> !way.automatic()).toList();
        killEach(random, automatic);
        if (!automatic.isEmpty() && !manual.isEmpty()) {
            // What is to be shipped by itself is so before nothing is any more.
            awaitAllEnds(shop -> {});
        }
        killEach(random, manual);
        awaitAllEnds(Shop::awaitQuiet);
        assertThat(verify()).as(tail("verify.log")).isZero();
    }

    private static List<Way> ways(Random random) {
        List<Way> ways = new ArrayList<>(List.of(Way.values()));
        Collections.shuffle(ways, random);
        return ALL ? ways : ways.subList(0, SOME_WAYS);
    }

    private void killEach(Random random, List<Way> ways) throws InterruptedException {
        for (Way way : ways) {
            for (int step : steps(random, way)) {
                if (!killAt(step, random.nextBoolean(), way)) {
                    break;
                }
            }
        }
    }

    private static List<Integer> steps(Random random, Way way) {
        return ALL
                ? IntStream.rangeClosed(1, MORE_THAN_ALL).boxed().toList()
                : List.of(1 + random.nextInt(way.shortest()));
    }

    /** Whether there was such a step at all; if not, it has come to its end undisturbed. */
    private boolean killAt(int step, boolean afterwards, Way way) throws InterruptedException {
        long before = halts();
        Child service = Child.startHalting(port, log, settings(way.automatic(), step, afterwards));
        try {
            FulfilmentWorld world = new FulfilmentWorld(shop(service), accounts);
            FulfilmentWorld.Going going = world.go(way, conversation(all.size()));
            all.add(going);
            AtomicReference<Instant> ended = new AtomicReference<>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                if (ended.get() == null && world.hasEnded(going)) {
                    ended.set(Instant.now());
                }
                return halts() > before
                        || ended.get() != null
                                && Instant.now().isAfter(ended.get().plus(QUIET));
            });
            return halts() > before;
        } finally {
            service.kill();
        }
    }

    private void awaitAllEnds(Consumer<Shop> afterwards) {
        try (Child service = Child.startHalting(port, log, settings(true, 0, false))) {
            FulfilmentWorld world = new FulfilmentWorld(shop(service), accounts);
            all.replaceAll(world::asked);
            all.forEach(world::awaitEnd);
            world.check(all);
            afterwards.accept(shop(service));
        }
    }

    private List<String> settings(boolean automatic, int step, boolean afterwards) {
        List<String> settings = new ArrayList<>(database(dataDir));
        settings.addAll(List.of(
                "ordertrail.data-dir=" + dataDir,
                // So that who is started again reads what all long streams are read from.
                "ordertrail.snapshots.every=2",
                "ordertrail.fulfilment.shipments=" + (automatic ? "automatic" : "manual"),
                "halt.conversation=" + conversation(all.size()),
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
        return Child.script(dataDir.resolve("verify.log"), arguments).waitFor();
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
