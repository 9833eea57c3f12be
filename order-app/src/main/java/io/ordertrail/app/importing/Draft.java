package io.ordertrail.app.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to tell the service about one order.
 *
 * @param placement body of the request that places it
 * @param steps what happened afterwards, oldest first
 */
record Draft(String ref, Map<String, Object> placement, List<Step> steps) {

    String customerId() {
        return String.valueOf(placement.get("customerId"));
    }

    String currency() {
        return String.valueOf(placement.get("currency"));
    }

    /** When it was paid, if it was. */
    Optional<Instant> paidAt() {
        return steps.stream()
                .filter(step -> step.what() == Step.What.PAYMENT)
                .map(Step::at)
                .findFirst();
    }
}
