package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.RequestBody;
import io.ordertrail.app.importing.client.Requests;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.sale.Draft;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has orders placed. Where an order does not come out at what the old shop charged, it says by how much, and within the
 * tolerance it takes what the service adds up.
 *
 * @param tolerance in the order's own currency
 */
public record Placement(Service service, BigDecimal tolerance) {

    private static final String EXPECTED = "expectedTotal";
    private static final List<String> PRICED = List.of("currency", "lines", "shipping", "discount");

    Answer place(Requests requests, Draft draft) throws GaveUp, InterruptedException {
        Answer placed = requests.place(draft.placement());
        if (!placed.code().equals("TOTAL_MISMATCH")) {
            return placed;
        }
        Answer agreed = agreed(draft);
        if (!agreed.accepted()) {
            return agreed;
        }
        Map<String, Object> order = new LinkedHashMap<>(draft.placement());
        order.put(EXPECTED, grand(agreed));
        return requests.place(order);
    }

    /**
     * What the order comes out at, where that is near enough to what the file expects; otherwise a refusal that says
     * how far off.
     */
    Answer agreed(Draft draft) throws GaveUp, InterruptedException {
        Map<String, Object> priced = new LinkedHashMap<>(draft.placement());
        priced.keySet().retainAll(PRICED);
        Answer quote = service.ask("/orders/quote", RequestBody.of(priced));
        Object stated = draft.placement().get(EXPECTED);
        if (!quote.accepted() || !(stated instanceof Map<?, ?> money)) {
            return quote;
        }
        BigDecimal expected = new BigDecimal(String.valueOf(money.get("amount")));
        BigDecimal actual = new BigDecimal(String.valueOf(grand(quote).get("amount")));
        BigDecimal off = actual.subtract(expected);
        return off.abs().compareTo(tolerance) <= 0
                ? quote
                : Answer.refused(
                        "TOTAL_MISMATCH",
                        "expected_total is " + expected.toPlainString() + ", but the total of the order is "
                                + actual.toPlainString() + " " + draft.currency() + ", "
                                + off.abs().toPlainString() + (off.signum() < 0 ? " less" : " more")
                                + " (--tolerance accepts such a difference)");
    }

    private static Map<String, Object> grand(Answer priced) {
        Sums sums = Sums.of(priced.body().path("totals"));
        return Map.of("amount", sums.grand().toPlainString(), "currency", sums.currency());
    }
}
