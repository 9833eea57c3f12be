package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/** The order list is rebuilt while orders are placed, listed and followed, and nobody notices. */
class RebuildJourneyIT extends FaultJourney {

    @Test
    void a_view_is_rebuilt_while_orders_are_placed_listed_and_followed_and_nobody_notices() {
        try (RebuildJourney journey = new RebuildJourney(shop.http())) {
            journey.begin(20);
            journey.awaitPlaced(10);
            String rebuild = journey.rebuild();
            journey.awaitDone(rebuild);
            journey.awaitPlaced(10);
            journey.end();
        }
        shop.http().get("/api/v1/stream/operations?seconds=0").expect(200);
    }

    /**
     * {@code -Drebuild=300000}: over so many events at least, at half the rate that the service takes at its peak; then
     * once more, killed in the middle.
     */
    @Test
    @EnabledIfSystemProperty(named = "rebuild", matches = "\\d+")
    void nobody_notices_over_many_events_and_killed_in_the_middle_it_goes_on() throws Exception {
        Path dataDir = InProcess.newDataDir();
        Path log = dataDir.resolve("service.log");
        List<String> settings = List.of("ordertrail.data-dir=" + dataDir);
        String killed;
        long done;
        try (Child service = Child.startWarm(Child.freePort(), log, settings);
                RebuildJourney journey = new RebuildJourney(new Shop(service.url(), reply -> {}))) {
            journey.fill(Long.getLong("rebuild"));
            double peak = journey.peak(Duration.ofSeconds(60));
            System.out.printf("peak: %.0f orders a second%n", peak);
            journey.begin(peak / 2);
            journey.awaitPlaced((int) (30 * peak)); // a minute
            journey.awaitDone(journey.rebuild());
            journey.awaitPlaced(10);
            journey.end();

            killed = journey.rebuild();
            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> journey.state(killed).at("/percent").asInt() >= 40);
            JsonNode last = journey.state(killed);
            service.kill();
            assertThat(last.at("/status").asString()).isEqualTo("FILLING");
            done = last.at("/eventsDone").asLong();
        }
        try (Child service = Child.startWarm(Child.freePort(), log, settings);
                RebuildJourney journey = new RebuildJourney(new Shop(service.url(), reply -> {}))) {
            JsonNode first = journey.state(killed);
            System.out.printf("killed at %d events, goes on at %s%n", done, first.at("/eventsDone"));
            assertThat(first.at("/eventsDone").asLong()).isGreaterThanOrEqualTo(done);
            journey.awaitDone(killed);
        }
        assertThat(Child.script(log, List.of("verify", "--data-dir", dataDir.toString()))
                        .waitFor())
                .as(log.toString())
                .isZero();
    }
}
