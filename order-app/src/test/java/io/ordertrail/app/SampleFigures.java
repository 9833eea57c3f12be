package io.ordertrail.app;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.report.OrderToShip;
import io.ordertrail.api.report.RefundDay;
import io.ordertrail.api.report.RefundTotal;
import io.ordertrail.api.report.RefundsPage;
import io.ordertrail.api.report.SalesDay;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.report.SalesTotal;
import io.ordertrail.api.report.ToShipPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the read side might say of figures and of what needs a person. */
final class SampleFigures {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Instant AT = Instant.parse("2026-11-22T08:14:03Z");
    private static final Money TEN = Money.ofMajor(CurrencyUnit.EUR, 10);

    static final AttentionPage ATTENTION = new AttentionPage(
            List.of(
                    new AttentionItem(
                            "step/fulfilment/order-1/reserve:1/1",
                            AttentionKind.STEP_STUCK,
                            "order-1",
                            "UNAVAILABLE",
                            "No answer.",
                            AT,
                            List.of("POST /api/v1/orders/order-1/asks/1/1/retry"),
                            false,
                            null),
                    new AttentionItem(
                            "overdue/order-2",
                            AttentionKind.ORDER_OVERDUE,
                            "order-2",
                            "ORDER_OVERDUE",
                            "It is late.",
                            AT,
                            List.of(),
                            true,
                            AT)),
            "c2",
            null,
            null,
            0);

    static final SalesPage SALES = new SalesPage(
            List.of(new SalesDay(DAY, "TEE-M", 2, TEN, 1, TEN)),
            List.of(new SalesTotal("EUR", 2, TEN, 1, TEN, TEN, TEN)),
            "c1",
            "c0",
            null,
            0);

    static final RefundsPage REFUNDS = new RefundsPage(
            List.of(new RefundDay(DAY, RefundKind.GOODWILL, 1, TEN)),
            List.of(new RefundTotal("EUR", 1, TEN)),
            null,
            null,
            null,
            0);

    static final ToShipPage TO_SHIP = new ToShipPage(
            List.of(new OrderToShip("order-1", "2026-000001", "c-1", 2, 1, false, AT)), null, null, null, 0);

    private SampleFigures() {}
}
