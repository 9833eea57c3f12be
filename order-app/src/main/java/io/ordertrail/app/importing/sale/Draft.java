package io.ordertrail.app.importing.sale;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to tell the service about one order.
 *
 * @param placement body of the request that places it
 * @param steps what happened afterwards, oldest first
 */
public record Draft(String ref, Map<String, Object> placement, List<Step> steps) {

    static final String EXPECTED_TOTAL = "expectedTotal";
    static final String DISCOUNT = "discount";
    static final String METADATA = "metadata";

    public String customerId() {
        return String.valueOf(placement.get("customerId"));
    }

    public String currency() {
        return String.valueOf(placement.get("currency"));
    }

    /** Its lines as they are asked for. */
    public List<?> lines() {
        return (List<?>) Objects.requireNonNull(placement.get("lines"));
    }

    /** When it was paid, if it was. */
    public Optional<Instant> paidAt() {
        return step(Step.What.PAYMENT).map(Step::at);
    }

    public Optional<Step> step(Step.What what) {
        return steps.stream().filter(step -> step.what() == what).findFirst();
    }
}
