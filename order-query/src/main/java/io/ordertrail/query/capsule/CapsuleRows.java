package io.ordertrail.query.capsule;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.query.order.history.HistoryEntries;
import io.ordertrail.query.projection.fold.Change;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.table.RowJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import tools.jackson.core.type.TypeReference;

/** What views show of nothing but the events of a capsule, by the folds of the views themselves; and its history. */
final class CapsuleRows {

    private static final String HISTORY = "history";

    private final List<ReadModel<?>> models;
    private final HistoryEntries history;

    /** @param models whose rows follow from these events alone */
    CapsuleRows(List<ReadModel<?>> models) {
        this.models = models;
        this.history = new HistoryEntries(RowJson.mapper());
    }

    /** By view, and then by key; the history as it went. */
    List<Capsule.Row> of(List<? extends DomainEventMessage<?>> events) {
        return Stream.concat(
                        models.stream().flatMap(model -> rows(model, events)),
                        events.stream().map(this::entry))
                .toList();
    }

    private Capsule.Row entry(DomainEventMessage<?> event) {
        return new Capsule.Row(HISTORY, event.getIdentifier(), members(history.of(event)));
    }

    private <R> Stream<Capsule.Row> rows(ReadModel<R> model, List<? extends EventMessage<?>> events) {
        Map<String, R> rows = new TreeMap<>();
        for (EventMessage<?> event : events) {
            if (model.concerns(event)) {
                rows.putAll(Change.of(model, event, rows::get));
            }
        }
        return rows.entrySet().stream()
                .map(row -> new Capsule.Row(model.name(), row.getKey(), members(row.getValue())));
    }

    /** As it is: what is personal in the events is masked already. */
    private static Map<String, Object> members(Object row) {
        return RowJson.mapper().convertValue(row, new TypeReference<>() {});
    }
}
