package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.sale.Step;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Money that went back. What the order owes, for a return or a cancellation, is given back as that; what went back
 * beyond it was the shop's goodwill. How much went back already is read from the order each time, so that nothing goes
 * back twice. It went back when the file says, but for what an account gives back: that moves now.
 */
final class Refunded {

    /** A refund of each payment, twice; imported orders have one payment, or two. */
    private static final int MOST_ROUNDS = 8;

    private final Service service;

    Refunded(Service service) {
        this.service = service;
    }

    Answer tell(Step step, Sale sale) throws GaveUp, InterruptedException {
        KnownOrder order = settled(sale);
        BigDecimal target = target(step, order);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            BigDecimal open = target.subtract(order.givenBack());
            if (open.signum() <= 0) {
                return Answer.notNeeded();
            }
            Optional<JsonNode> payment = payment(order);
            if (payment.isEmpty()) {
                return Answer.refused(
                        "MORE_THAN_PAID",
                        "Of " + target.toPlainString() + " that went back only "
                                + order.givenBack().toPlainString() + " was paid");
            }
            Answer answer = giveBack(payment.get(), open, step, sale, order);
            if (!answer.accepted()) {
                return answer;
            }
            BigDecimal before = order.givenBack();
            service.await(
                    "/orders/" + sale.orderId(),
                    now -> new KnownOrder(now.body()).givenBack().compareTo(before) > 0,
                    "the refund of " + sale.orderId());
            order = settled(sale);
        }
        return Answer.refused("MORE_THAN_PAID", "The refund does not come to an end");
    }

    private static Answer giveBack(JsonNode payment, BigDecimal open, Step step, Sale sale, KnownOrder order)
            throws GaveUp, InterruptedException {
        BigDecimal owed = order.excess();
        BigDecimal most = open.min(kept(payment, order));
        BigDecimal amount = owed.signum() > 0 ? most.min(owed) : most;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", Reporter.money(amount.toPlainString(), order.order()));
        body.put("kind", owed.signum() > 0 ? "CORRECTION" : "GOODWILL");
        body.put("reason", "Imported: it went back at " + step.at());
        if (isByHand(payment)) {
            body.put("at", step.at().toString());
        }
        String id = payment.path("id").asString("");
        return sale.requests()
                .post(
                        "/payments/" + id + "/refunds",
                        body,
                        "refund-after-" + order.givenBack().toPlainString());
    }

    /** What the file says; else all that is owed, and of an order that owes nothing all that was paid. */
    private static BigDecimal target(Step step, KnownOrder order) {
        if (step.amount() != null) {
            return new BigDecimal(step.amount());
        }
        boolean owes = order.excess().signum() > 0 || order.givenBack().signum() > 0;
        return owes ? order.givenBack().add(order.excess().max(BigDecimal.ZERO)) : order.amount("captured");
    }

    /** The order once no refund is under way, and what it gives back by itself has gone. */
    private KnownOrder settled(Sale sale) throws GaveUp, InterruptedException {
        return new KnownOrder(
                service.await("/orders/" + sale.orderId(), Refunded::isSettled, "the refund of " + sale.orderId())
                        .body());
    }

    private static boolean isSettled(Answer answer) {
        KnownOrder order = new KnownOrder(answer.body());
        boolean asked = answer.body()
                .path("refunds")
                .valueStream()
                .anyMatch(refund -> refund.path("state").asString("").equals("ASKED"));
        boolean byItself = order.excess().signum() > 0
                && payments(order).stream()
                        .anyMatch(payment ->
                                !isByHand(payment) && kept(payment, order).signum() > 0);
        return answer.accepted() && !asked && !byItself;
    }

    private static Optional<JsonNode> payment(KnownOrder order) {
        return payments(order).stream()
                .filter(payment -> kept(payment, order).signum() > 0)
                .findFirst();
    }

    private static List<JsonNode> payments(KnownOrder order) {
        return order.order()
                .path("payments")
                .valueStream()
                .filter(payment -> payment.path("kind").asString("").equals("CAPTURED"))
                .toList();
    }

    private static BigDecimal kept(JsonNode payment, KnownOrder order) {
        BigDecimal back = order.order()
                .path("refunds")
                .valueStream()
                .filter(refund -> refund.path("paymentId")
                        .asString("")
                        .equals(payment.path("id").asString("")))
                .filter(refund -> !refund.path("state").asString("").equals("REFUSED"))
                .map(refund ->
                        new BigDecimal(refund.path("amount").path("amount").asString("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BigDecimal(payment.path("amount").path("amount").asString("0")).subtract(back);
    }

    private static boolean isByHand(JsonNode payment) {
        return payment.path("method").asString("").equals("MANUAL");
    }
}
