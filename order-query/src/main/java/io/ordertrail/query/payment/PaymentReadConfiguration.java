package io.ordertrail.query.payment;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.query.projection.fold.StreamFold;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowErasure;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Owners;
import io.ordertrail.query.verification.EventScan;
import io.ordertrail.query.verification.InvariantCheck;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the read side of payments. */
@Configuration(proxyBeanMethods = false)
public class PaymentReadConfiguration {

    private static final StreamFold<PaymentEvent, FoldedPayment> STREAM =
            new StreamFold<>("payment", PaymentEvent.class, FoldedPayment::version, PaymentFold::fold);

    private static final TableShape<FoldedPayment> SHAPE = new TableShape<FoldedPayment>(
                    "payment-view",
                    "payment_view",
                    "payment_id",
                    FoldedPayment.class,
                    FoldedPayment::id,
                    List.of(
                            Column.text("order_id", FoldedPayment::orderId),
                            Column.time("created_at", FoldedPayment::createdAt),
                            Column.text(
                                    "status", payment -> payment.facts().stage().name()),
                            Column.text("method", FoldedPayment::method),
                            Column.text("reference", FoldedPayment::reference),
                            Column.flag(
                                    "is_unknown",
                                    payment -> payment.open() != null
                                            && payment.open().unknown())))
            .erasedBy(RowErasure.OF_ORDER);

    @Bean
    StateTable<FoldedPayment> paymentTable(ViewSql views) {
        return new StateTable<>(views, SHAPE, STREAM);
    }

    @Bean
    PaymentLookup paymentLookup(StateTable<FoldedPayment> table, EventStore events, Completeness completeness) {
        return new PaymentLookup(
                table,
                new AggregateStream<>(events, STREAM),
                new HeardPayments(events),
                new Owners(events),
                completeness);
    }

    @Bean
    InvariantCheck paymentBalances(EventScan events, Positions positions, Clock clock) {
        return new BalanceCheck(events, positions, clock);
    }
}
