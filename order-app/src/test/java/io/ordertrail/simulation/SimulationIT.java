package io.ordertrail.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Shops at random, each judged when it has come to rest: some that are always the same and some of today, for some
 * seconds; or, with {@code -Dsimulate=<minutes>m} or {@code -Dsimulate=<seeds>}, for as long or as many as one likes
 * (docs/how-to/simulate.md).
 */
class SimulationIT {

    private static final Duration SHORT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ALWAYS = 40;

    /** The tests that ran after it in the same process had their orders expire at once. */
    @AfterAll
    static void events_are_dated_by_the_real_clock_afterwards() {
        assertThat(GenericEventMessage.clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void whatever_happens_in_whatever_order_money_and_units_add_up() {
        try (ConfigurableApplicationContext service = SimulatedService.start("simulation")) {
            Simulation simulation = new Simulation(new SimulatedNode(service), Mutant.NONE);
            String wanted = System.getProperty("simulate", "");
            long today = LocalDate.now().toEpochDay() * 1_000_000;
            long first = Long.getLong("simulate.seed", wanted.isEmpty() ? today : today + 500_000);
            if (wanted.isEmpty()) {
                long end = System.nanoTime() + SHORT.toNanos();
                LongPredicate inTime = done -> System.nanoTime() < end;
                run(simulation, 1, done -> done < ALWAYS && inTime.test(done));
                run(simulation, first, inTime);
            } else if (wanted.endsWith("m")) {
                long minutes = Long.parseLong(wanted.substring(0, wanted.length() - 1));
                long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
                run(simulation, first, done -> System.nanoTime() < end);
            } else {
                long seeds = Long.parseLong(wanted);
                run(simulation, first, done -> done < seeds);
            }
        }
    }

    private static void run(Simulation simulation, long first, LongPredicate goesOn) {
        long begin = System.nanoTime();
        long done = 0;
        while (goesOn.test(done)) {
            Optional<Simulation.Finding> found = simulation.run(first + done);
            if (found.isPresent()) {
                Simulation.Finding shortest = simulation.shrink(found.get(), PATIENCE);
                fail(inWords(shortest, simulation.histories(shortest)), shortest.why());
            }
            done++;
        }
        System.out.printf(
                "Simulated %d shops from seed %d in %.1f s%n", done, first, (System.nanoTime() - begin) / 1e9);
    }

    private static String inWords(Simulation.Finding found, List<String> histories) {
        return "Seed %d, shortened to %d choices: %s%n%s"
                .formatted(
                        found.seed(),
                        found.choices().size(),
                        found.breach(),
                        Stream.of(found.words(), histories)
                                .flatMap(List::stream)
                                .collect(Collectors.joining(System.lineSeparator())));
    }
}
