package io.ordertrail.query.payment;

import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentPage;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentAsOf;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentOutcome;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.payment.PaymentQuery.ListPayments;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.api.payment.PaymentViewBuilder;
import io.ordertrail.api.payment.PaymentViewRefundBuilder;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.RowValues;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Owners;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import java.util.Comparator;
import org.axonframework.queryhandling.QueryHandler;

/** Answers queries about payments, now and earlier. */
final class PaymentLookup {

    private static final SortOrder<FoldedPayment> LATEST_BEGUN = new SortOrder<>(
            "payments",
            "created_at",
            SortOrder.Kind.TIME,
            payment -> RowValues.micros(payment.createdAt()),
            "payment_id",
            FoldedPayment::id,
            true);

    private final StateTable<FoldedPayment> table;
    private final Lookup<FoldedPayment> payments;
    private final AggregateStream<FoldedPayment> streams;
    private final HeardPayments heard;
    private final Completeness completeness;

    PaymentLookup(
            StateTable<FoldedPayment> table,
            AggregateStream<FoldedPayment> streams,
            HeardPayments heard,
            Owners owners,
            Completeness completeness) {
        this.table = table;
        this.streams = streams;
        this.heard = heard;
        this.payments = new Lookup<>(table, streams, heard::at, owners::ofPart, PaymentNotFound::new);
        this.completeness = completeness;
    }

    @QueryHandler
    PaymentView get(GetPayment query) {
        return shown(payments.get(query.paymentId(), query.minVersion()));
    }

    @QueryHandler
    PaymentView get(GetPaymentAsOf query) {
        return shown(payments.at(query.paymentId(), query.moment()));
    }

    @QueryHandler
    PaymentView get(GetPaymentOutcome query) {
        String id = query.paymentId();
        payments.mustBeTheirs(id, id);
        return shown(streams.until(id, HeardPayments::hasOutcome)
                .or(() -> heard.outcome(id))
                .orElseThrow(() -> payments.refused(id)));
    }

    @QueryHandler
    PaymentPage list(ListPayments query) {
        Conditions filter = new Conditions()
                .oneOf("status", query.status())
                .oneOf("method", "method", query.method())
                .oneOf("reference", "reference", query.reference())
                .time("created_at >= ?", query.createdFrom())
                .time("created_at < ?", query.createdTo());
        if (query.unknown() != null) {
            filter.and("is_unknown = ?", query.unknown());
        }
        Page<FoldedPayment> page = completeness.whole(
                table.name(),
                () -> PageReader.page(table::findEach, filter, LATEST_BEGUN, query.after(), query.limit()));
        return new PaymentPage(
                page.rows().stream().map(PaymentFold::view).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    @QueryHandler
    OrderPayments get(GetPayments query) {
        return new OrderPayments(
                payments.complete(query.paymentIds(), table.byIds(query.paymentIds())).values().stream()
                        .sorted(Comparator.comparing(FoldedPayment::createdAt).thenComparing(FoldedPayment::id))
                        .map(PaymentLookup::shown)
                        .toList());
    }

    /** What the shop and the provider said of it is not the customer's. */
    private static PaymentView shown(FoldedPayment payment) {
        PaymentView view = PaymentFold.view(payment);
        return Ownership.only().isEmpty()
                ? view
                : PaymentViewBuilder.builder(view)
                        .reason(null)
                        .refunds(view.refunds().stream()
                                .map(refund -> PaymentViewRefundBuilder.builder(refund)
                                        .reason(null)
                                        .build())
                                .toList())
                        .build();
    }
}
