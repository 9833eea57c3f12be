package io.ordertrail.query.process;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionRefusal.ViewUnreadable;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.projection.table.StateTable;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** What processes told of an order and of its parts, as far as the view has taken it in. */
public final class ProcessTrail {

    private final StateTable<ProcessEventRow> table;
    private final Completeness completeness;

    ProcessTrail(StateTable<ProcessEventRow> table, Completeness completeness) {
        this.table = table;
        this.completeness = completeness;
    }

    /**
     * Each of them as a stream of its own, as the store has it.
     *
     * @throws Refused the view is not whole, or has rows of the order that cannot be read
     */
    public List<DomainEventMessage<?>> of(String orderId) {
        return completeness.whole(
                table.name(),
                () -> table.findEach("where order_id = ? order by told_at, event_id", List.of(orderId)).stream()
                        .map(row -> row.orElseThrow(() -> new Refused(new ViewUnreadable())))
                        .<DomainEventMessage<?>>map(ProcessTrail::message)
                        .toList());
    }

    private static DomainEventMessage<?> message(ProcessEventRow row) {
        Class<?> type = Objects.requireNonNull(Contract.byName().get(row.event()), row::event);
        Object told = RowJson.mapper().convertValue(row.all(), type);
        return new GenericDomainEventMessage<>(null, row.id(), 0, told, row.about(), row.id(), row.recordedAt());
    }
}
