package io.ordertrail.query.returns;

import io.ordertrail.api.returns.ReturnRefusal.ReturnNotFound;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowErasure;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Owners;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the read side of returns. */
@Configuration(proxyBeanMethods = false)
public class ReturnReadConfiguration {

    private static final TableShape<ReturnView> TABLE = new TableShape<ReturnView>(
                    "return-view",
                    "return_view",
                    "return_id",
                    ReturnView.class,
                    ReturnView::id,
                    List.of(
                            Column.text("order_id", ReturnView::orderId),
                            Column.text("status", view -> view.status().name()),
                            Column.time("requested_at", ReturnView::requestedAt)))
            .erasedBy(RowErasure.OF_ORDER);

    @Bean
    StateTable<ReturnView> returnView(ViewSql views) {
        return new StateTable<>(views, TABLE, ReturnFold.STREAM);
    }

    @Bean
    ReturnLookup returnLookup(StateTable<ReturnView> returnView, EventStore events, Completeness completeness) {
        AggregateStream<ReturnView> streams = new AggregateStream<>(events, ReturnFold.STREAM);
        return new ReturnLookup(
                returnView,
                new Lookup<>(returnView, streams, new Owners(events)::ofPart, ReturnNotFound::new),
                completeness);
    }
}
