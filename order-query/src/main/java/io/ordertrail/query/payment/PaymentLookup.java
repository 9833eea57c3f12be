package io.ordertrail.query.payment;

import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentAsOf;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.query.projection.StateTable;
import io.ordertrail.query.reading.Lookup;
import java.util.Comparator;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what payments are, and were. */
final class PaymentLookup {

    private final StateTable<FoldedPayment> table;
    private final Lookup<FoldedPayment> payments;

    PaymentLookup(StateTable<FoldedPayment> table, Lookup<FoldedPayment> payments) {
        this.table = table;
        this.payments = payments;
    }

    @QueryHandler
    PaymentView get(GetPayment query) {
        return PaymentFold.view(payments.get(query.paymentId(), query.minVersion()));
    }

    @QueryHandler
    PaymentView get(GetPaymentAsOf query) {
        return PaymentFold.view(payments.atVersion(query.paymentId(), query.version()));
    }

    @QueryHandler
    OrderPayments get(GetPayments query) {
        return new OrderPayments(
                payments.complete(query.paymentIds(), table.byIds(query.paymentIds())).values().stream()
                        .sorted(Comparator.comparing(FoldedPayment::createdAt).thenComparing(FoldedPayment::id))
                        .map(PaymentFold::view)
                        .toList());
    }
}
