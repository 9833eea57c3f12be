package io.ordertrail.app.importing.settlement;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.order.PaymentSettler;
import io.ordertrail.app.importing.order.Sale;
import io.ordertrail.app.importing.sale.Draft;
import java.util.LinkedHashMap;
import java.util.Map;

/** The money has arrived somewhere: it is recorded as MANUAL, when it did. */
final class RecordedByHand implements PaymentSettler {

    @Override
    public Answer prepare(Draft draft) {
        return Answer.notNeeded();
    }

    @Override
    public Answer begin(Sale sale) {
        return Answer.notNeeded();
    }

    @Override
    public Answer finish(Sale sale, Answer begun) throws GaveUp, InterruptedException {
        if (!sale.wasPaid()) {
            return Answer.notNeeded();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("method", "MANUAL");
        body.put("amount", sale.toPay());
        body.put("at", sale.draft().paidAt().orElseThrow().toString());
        return sale.requests().post("/orders/" + sale.orderId() + "/payments", body, sale.money("pay"));
    }
}
