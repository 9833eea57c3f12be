package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCourseCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.returns.ReturnCommand.ExpireReturn;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlinePolicyTest extends PolicyScenario {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    DeadlinePolicyTest() {
        super("deadline", new DeadlinePolicy());
    }

    private static OrderCreated placed(@Nullable Duration confirmWithin) {
        return new OrderCreated(
                ORDER,
                "1001",
                null,
                "WEB",
                "c-1",
                CurrencyUnit.EUR,
                PaymentTerms.AUTH_FIRST,
                List.of(),
                null,
                new Totals(eur("40.00"), eur("0.00"), eur("0.00"), eur("0.00"), eur("0.00"), eur("40.00")),
                RoundingMode.HALF_UP,
                new Address("A. Person", "Street 1", null, "12345", "Town", null, "DE"),
                null,
                List.of(),
                null,
                Map.of(),
                confirmWithin,
                Duration.ofHours(48),
                LONG_AGO);
    }

    @Test
    void an_order_waits_as_long_as_it_said_when_it_was_placed() {
        when(placed(Duration.ofMinutes(15)))
                .sendsAt(NOW.plus(Duration.ofMinutes(15)), "expire-order", "", 0, new ExpireOrder(ORDER))
                .andNoMore();
    }

    @Test
    void an_order_that_waits_for_nothing_starts_nothing() {
        when(placed(null)).andNoMore();
        when(new OrderConfirmed(ORDER, null, LONG_AGO))
                .cancels("expire-order", "", 0)
                .andNoMore();
    }

    @Test
    void a_confirmed_order_expires_no_more_and_is_to_leave_in_time() {
        when(new OrderConfirmed(ORDER, Duration.ofHours(48), LONG_AGO))
                .cancels("expire-order", "", 0)
                .sendsAt(NOW.plus(Duration.ofHours(48)), "report-overdue", "", 0, new ReportOverdue(ORDER))
                .andNoMore();
    }

    @Test
    void W7_an_order_that_has_ended_has_no_deadline() {
        for (Object end : List.of(
                new OrderCompleted(ORDER, AT), new OrderCancelled(ORDER, CancellationReason.CUSTOMER, null, AT))) {
            when(end)
                    .cancels("expire-order", "", 0)
                    .cancels("report-overdue", "", 0)
                    .andNoMore();
        }
    }

    @Test
    void what_was_refused_is_asked_again_when_the_order_said() {
        when(new AskRefused(ORDER, PAYMENT, 4, PaymentOperation.REFUND, "Closed", 3, Duration.ofMinutes(4), LONG_AGO))
                .sendsAt(NOW.plus(Duration.ofMinutes(4)), "retry-ask", PAYMENT, 4, new RetryAsk(ORDER, PAYMENT, 4))
                .andNoMore();
    }

    @Test
    void a_void_that_was_refused_is_asked_again_too() {
        when(new AskRefused(ORDER, PAYMENT, 2, PaymentOperation.VOID, "Not now", 1, Duration.ofMinutes(1), LONG_AGO))
                .sendsAt(NOW.plus(Duration.ofMinutes(1)), "retry-ask", PAYMENT, 2, new RetryAsk(ORDER, PAYMENT, 2))
                .andNoMore();
    }

    @Test
    void a_promise_of_money_ends_when_the_provider_says_so() {
        when(new PaymentAuthorized(
                        PAYMENT,
                        ORDER,
                        "SANDBOX",
                        PAYMENT + ":authorize:1",
                        null,
                        eur("40.00"),
                        NOW.plusSeconds(9),
                        AT))
                .sendsAt(NOW.plusSeconds(9), "expire-authorization", PAYMENT, 0, new ExpireAuthorization(PAYMENT))
                .andNoMore();
    }

    @Test
    void one_of_which_nothing_is_left_does_not() {
        for (Object end : List.of(
                captured("0.00"),
                new PaymentVoided(PAYMENT, ORDER, "SANDBOX", 3, eur("40.00"), AT),
                new PaymentExpired(PAYMENT, ORDER, "SANDBOX", eur("40.00"), AT))) {
            when(end).cancels("expire-authorization", PAYMENT, 0).andNoMore();
        }
        when(captured("0.01")).andNoMore();
    }

    private static PaymentCaptured captured(String left) {
        return new PaymentCaptured(PAYMENT, ORDER, "SANDBOX", 2, "key", "ref", eur("10.00"), eur(left), AT);
    }

    @Test
    void an_approved_return_ends_when_it_is_due_unless_it_has_ended_or_goods_came() {
        when(new ReturnApproved(RETURN, ORDER, null, NOW.plusSeconds(9), AT))
                .sendsAt(NOW.plusSeconds(9), "expire-return", RETURN, 0, new ExpireReturn(RETURN))
                .andNoMore();
        for (Object end : List.of(
                new ReturnItemsReceived(RETURN, ORDER, List.of(new ReturnedUnits("1", 1)), AT),
                new ReturnRejected(RETURN, ORDER, "Worn", AT),
                new ReturnExpired(RETURN, ORDER, AT))) {
            when(end).cancels("expire-return", RETURN, 0).andNoMore();
        }
    }
}
