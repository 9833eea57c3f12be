package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Requests;
import io.ordertrail.app.importing.sale.Draft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An order of the file that is in the service.
 *
 * @param order as the service told it last
 * @param since how it came to be there
 */
public record Sale(Requests requests, Draft draft, JsonNode order, Outcome.Result since) {

    public String orderId() {
        return order.path("id").asString("");
    }

    public Sums sums() {
        return Sums.of(order.path("totals"));
    }

    /** Whether an earlier run has placed it. */
    public boolean wasThere() {
        return since != Outcome.Result.PLACED;
    }

    /** Of nothing there is no payment: the service takes none and needs none. */
    public boolean wasPaid() {
        return draft.paidAt().isPresent() && sums().grand().signum() != 0;
    }

    /** What its payment is of: all of it, but for one that was completed what was not paid before. */
    public Map<String, Object> toPay() {
        return Map.of("amount", sums().grand().subtract(paidBefore()).toPlainString(), "currency", sums().currency());
    }

    /** Names the requests about the money; the rest of an order is another payment than its first part. */
    public String money(String name) {
        return paidBefore().signum() == 0 ? name : name + "-rest";
    }

    /** The ids of the order's lines, in the order of the file. */
    List<String> lineIds() {
        return new KnownOrder(order).lineIds(draft);
    }

    private BigDecimal paidBefore() {
        return since == Outcome.Result.COMPLETED
                ? new BigDecimal(
                        order.path("totals").path("captured").path("amount").asString("0"))
                : BigDecimal.ZERO;
    }
}
