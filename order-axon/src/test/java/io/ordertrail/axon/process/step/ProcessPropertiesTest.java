package io.ordertrail.axon.process.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProcessPropertiesTest {

    @Test
    void what_is_not_set_has_its_default() {
        assertThat(bound(Map.of("ordertrail.process.segments", "3")))
                .isEqualTo(new ProcessProperties(
                        true, Duration.ofSeconds(1), Duration.ofMinutes(5), 5, 3, Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first-delay   | -1s | ordertrail.process.first-delay must be longer than 0, not PT-1S",
                "longest-delay | 1ms | ordertrail.process.longest-delay must be PT1S or more, not PT0.001S",
                "stuck-after   | 0   | ordertrail.process.stuck-after must be 1 or more, not 0",
                "segments      | 0   | ordertrail.process.segments must be 1 or more, not 0",
                "look          | 0s  | ordertrail.process.look must be longer than 0, not PT0S"
            })
    void a_value_that_makes_no_sense_stops_the_start_and_is_named(String setting, String value, String sentence) {
        assertThatThrownBy(() -> bound(Map.of("ordertrail.process." + setting, value)))
                .hasRootCauseMessage(sentence);
    }

    private static ProcessProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("ordertrail.process", ProcessProperties.class);
    }
}
