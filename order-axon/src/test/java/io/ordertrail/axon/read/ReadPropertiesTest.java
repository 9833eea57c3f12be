package io.ordertrail.axon.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadPropertiesTest {

    @Test
    void by_default_it_follows_from_the_processors() {
        ReadProperties defaults = new ReadProperties(null, null);
        assertThat(defaults.atOnce()).isBetween(1, 8);
        assertThat(defaults.ofManyAtOnce()).isBetween(1, 4);
    }

    @Test
    void none_at_a_time_makes_no_sense() {
        assertThatThrownBy(() -> new ReadProperties(0, null))
                .hasMessage("ordertrail.reads.at-once must be 1 or more, not 0");
    }
}
