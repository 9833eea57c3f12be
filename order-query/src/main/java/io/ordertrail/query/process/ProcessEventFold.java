package io.ordertrail.query.process;

import io.ordertrail.api.Contract;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.serialization.PersonalTexts;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.projection.table.RowValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** One row for each event of a process: it is in no stream. */
final class ProcessEventFold implements EventFold<ProcessEventRow> {

    private static final List<String> ABOUT = List.of(
            MetaKeys.ACTOR,
            MetaKeys.ROLES,
            MetaKeys.ON_BEHALF_OF,
            MetaKeys.CORRELATION_ID,
            MetaKeys.CAUSATION_ID,
            MetaKeys.CAUSING_EVENT,
            MetaKeys.TRACE_ID);

    @Override
    public boolean concerns(EventMessage<?> event) {
        return isTold(event.getPayloadType())
                || UnknownEvents.mayBe(event, ProcessEventFold::isTold, name -> name.startsWith("process."));
    }

    private static boolean isTold(Class<?> type) {
        return ProcessEvent.class.isAssignableFrom(type);
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        return List.of(event.getIdentifier());
    }

    @Override
    public ProcessEventRow fold(String key, @Nullable ProcessEventRow row, EventMessage<?> event) {
        if (row != null) {
            return row;
        }
        ProcessEvent told = UnknownEvents.known(event, ProcessEvent.class);
        Map<String, String> values = new TreeMap<>();
        RowJson.mapper()
                .convertValue(told, new TypeReference<Map<String, @Nullable Object>>() {})
                .forEach((name, value) -> {
                    if (value != null) {
                        values.put(name, value.toString());
                    }
                });
        // None of them has more than one such text.
        Map.Entry<String, String> personal =
                PersonalTexts.of(told).entrySet().stream().findFirst().orElse(null);
        if (personal != null) {
            values.remove(personal.getKey().substring(1));
        }
        return new ProcessEventRow(
                key,
                told.subject(),
                Contract.named(told.getClass()).value(),
                RowValues.micros(told.at()),
                event.getTimestamp(),
                values,
                personal == null ? null : personal.getKey(),
                personal == null ? null : personal.getValue(),
                about(event));
    }

    private static Map<String, String> about(EventMessage<?> event) {
        Map<String, String> about = new TreeMap<>();
        ABOUT.forEach(key -> {
            Object value = event.getMetaData().get(key);
            if (value != null) {
                about.put(key, value.toString());
            }
        });
        return about;
    }

    @Override
    public long version(ProcessEventRow row) {
        return 0;
    }
}
