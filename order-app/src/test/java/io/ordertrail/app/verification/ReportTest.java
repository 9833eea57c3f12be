package io.ordertrail.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.verification.Verification.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void the_last_line_says_whether_all_is_well() {
        Report report = new Report(List.of(new Check("I2", "Streams have no gap", 1234567, 0, List.of())));

        assertThat(report.breaches()).isZero();
        assertThat(report.text().lines().toList())
                .containsExactly(
                        "          checked  breaches  claim",
                        "I2      1,234,567         0  Streams have no gap",
                        "verify: OK");
    }

    @Test
    void breaches_are_counted_over_all_checks_and_shown_by_example() {
        Report report = new Report(List.of(
                new Check("I2", "Streams have no gap", 10, 1, List.of("order-1 lacks 3")),
                new Check("I3", "Views equal the fold", 10, 2, List.of("order-1: status", "order-2: due"))));

        assertThat(report.breaches()).isEqualTo(3);
        assertThat(report.text().lines().toList())
                .contains("                           - order-1 lacks 3", "                           - order-2: due")
                .endsWith("verify: 3 breaches");
        assertThat(new Report(report.checks().subList(0, 1)).text())
                .endsWith("verify: 1 breach" + System.lineSeparator());
    }
}
