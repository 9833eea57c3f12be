package io.ordertrail.app.verification;

import io.ordertrail.api.verification.Verification.Check;
import java.util.List;
import java.util.Locale;

/** What was checked, as a table for people whose last line is for programs. */
record Report(List<Check> checks) {

    long breaches() {
        return checks.stream().mapToLong(Check::breaches).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-4s %12s %9s  %s%n", "", "checked", "breaches", "claim"));
        for (Check check : checks) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-4s %,12d %,9d  %s%n",
                    check.id(),
                    check.checked(),
                    check.breaches(),
                    check.claim()));
            check.examples().forEach(example -> text.append(String.format("%29s%s%n", "- ", example)));
        }
        long breaches = breaches();
        return text.append(
                        breaches == 0
                                ? "verify: OK"
                                : "verify: " + breaches + (breaches == 1 ? " breach" : " breaches"))
                .append(System.lineSeparator())
                .toString();
    }
}
