package io.ordertrail.app.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.Verification.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The result as a table for people; its last line is for programs. */
record VerificationReport(List<Check> checks) {

    /** The worst of all. */
    Outcome outcome() {
        return checks.stream()
                .map(Check::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.OK);
    }

    long breaches() {
        return checks.stream().mapToLong(Check::breaches).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-4s %12s %9s  %-7s %s%n", "", "checked", "breaches", "", "claim"));
        for (Check check : checks) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-4s %,12d %,9d  %-7s %s%n",
                    check.id(),
                    check.checked(),
                    check.breaches(),
                    check.outcome(),
                    check.claim()));
            check.examples().forEach(example -> text.append(String.format("%29s%s%n", "- ", example)));
        }
        return text.append("verify: ")
                .append(verdict())
                .append(System.lineSeparator())
                .toString();
    }

    private String verdict() {
        return switch (outcome()) {
            case OK -> "OK";
            case BEHIND -> "BEHIND";
            case BREACH -> breaches() + (breaches() == 1 ? " breach" : " breaches");
        };
    }
}
