package io.ordertrail.command.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {

    @Test
    void everything_that_was_seen_is_found_again_however_much_it_is() {
        FingerprintTable sightings = new FingerprintTable();
        Random prints = new Random(1);
        for (int n = 0; n < 100_000; n++) {
            assertThat(sightings.add(prints.nextLong(), n, n * 2L)).isTrue();
        }
        Random again = new Random(1);
        for (int n = 0; n < 100_000; n++) {
            long print = again.nextLong();
            assertThat(sightings.add(print, -7, -7)).isFalse();
            assertThat(sightings.stream(print)).isEqualTo(n);
            assertThat(sightings.sequence(print)).isEqualTo(n * 2L);
        }
        assertThat(sightings.contains(again.nextLong())).isFalse();
    }

    @Test
    void fingerprints_that_fall_into_one_slot_are_kept_apart() {
        FingerprintTable sightings = new FingerprintTable();
        for (int n = 0; n < 400; n++) {
            assertThat(sightings.add((long) n << 32, n, n)).isTrue();
        }
        for (int n = 0; n < 400; n++) {
            assertThat(sightings.stream((long) n << 32)).isEqualTo(n);
        }
    }

    @Test
    void a_sighting_moves_on() {
        FingerprintTable sightings = new FingerprintTable();
        sightings.add(5, 1, 0);
        sightings.moveTo(5, 3);
        assertThat(sightings.sequence(5)).isEqualTo(3);
    }
}
