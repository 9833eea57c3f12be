package io.ordertrail.query.payment;

import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentAsOf;
import io.ordertrail.api.payment.PaymentQuery.ListPaymentsOfOrder;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.query.projection.StateTable;
import io.ordertrail.query.reading.Lookup;
import java.util.List;
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
    OrderPayments list(ListPaymentsOfOrder query) {
        return new OrderPayments(
                table.find("where order_id = ? order by created_at, payment_id", List.of(query.orderId())).stream()
                        .map(PaymentFold::view)
                        .toList());
    }
}
