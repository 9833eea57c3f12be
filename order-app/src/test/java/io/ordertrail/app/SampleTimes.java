package io.ordertrail.app;

import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.order.view.OrderCauses;
import java.time.Instant;
import java.util.List;

/** What a query side would say of why things are as they are. */
final class SampleTimes {

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    private SampleTimes() {}

    static Explanation explanation(String subject) {
        return new Explanation(
                subject,
                1,
                List.of(new Explanation.Figure(
                        "/totals/due",
                        "30.00",
                        "EUR",
                        "0",
                        List.of(
                                new Explanation.Contribution(
                                        0, "e-0", "order.OrderCreated", THEN, "local", "Placed", "50.00", "50.00"),
                                new Explanation.Contribution(
                                        1,
                                        "e-1",
                                        "order.PaymentProcessed",
                                        THEN,
                                        "local",
                                        "Received EUR 20.00",
                                        "-20.00",
                                        "30.00")))));
    }

    static OrderCauses causes(String orderId) {
        return new OrderCauses(
                orderId,
                0,
                List.of(
                        new OrderCauses.Node(
                                "c-0", OrderCauses.Kind.REQUEST, null, null, THEN, "<anna>", "Asked by <anna>"),
                        new OrderCauses.Node(
                                "e-0",
                                OrderCauses.Kind.EVENT,
                                orderId,
                                "order.OrderCreated",
                                THEN,
                                "<anna>",
                                "Placed & asked for")),
                List.of(new OrderCauses.Edge("c-0", "e-0")));
    }
}
