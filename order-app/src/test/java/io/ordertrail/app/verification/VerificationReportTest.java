package io.ordertrail.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.Verification.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationReportTest {

    @Test
    void the_last_line_says_whether_all_is_well() {
        VerificationReport report =
                new VerificationReport(List.of(new Check("I2", "Streams have no gap", 1234567, 0, 0, List.of())));

        assertThat(report.breaches()).isZero();
        assertThat(report.text().lines().toList())
                .containsExactly(
                        "          checked  breaches          claim",
                        "I2      1,234,567         0  OK      Streams have no gap",
                        "verify: OK");
    }

    @Test
    void to_be_behind_is_no_breach_and_not_all_well_either() {
        Check whole = new Check("I2", "Streams have no gap", 10, 0, 0, List.of());
        VerificationReport report = new VerificationReport(List.of(
                new Check("I6", "Every process has processed all", 9, 0, 1, List.of("sales stands at 3")), whole));

        assertThat(report.outcome()).isEqualTo(Outcome.BEHIND);
        assertThat(report.text().lines().toList())
                .contains("I6              9         0  BEHIND  Every process has processed all")
                .contains("                           - sales stands at 3")
                .endsWith("verify: BEHIND");
        Check broken = new Check("I3", "Views equal the fold", 10, 1, 0, List.of("order-1: status"));
        assertThat(new VerificationReport(List.of(report.checks().get(0), broken)).outcome())
                .isEqualTo(Outcome.BREACH);
    }

    @Test
    void breaches_are_counted_over_all_checks_and_shown_by_example() {
        VerificationReport report = new VerificationReport(List.of(
                new Check("I2", "Streams have no gap", 10, 1, 0, List.of("order-1 lacks 3")),
                new Check("I3", "Views equal the fold", 10, 2, 5, List.of("order-1: status", "order-2: due"))));

        assertThat(report.breaches()).isEqualTo(3);
        assertThat(report.text().lines().toList())
                .contains("                           - order-1 lacks 3", "                           - order-2: due")
                .endsWith("verify: 3 breaches");
        assertThat(new VerificationReport(report.checks().subList(0, 1)).text())
                .endsWith("verify: 1 breach" + System.lineSeparator());
    }
}
