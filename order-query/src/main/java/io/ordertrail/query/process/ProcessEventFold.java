package io.ordertrail.query.personal;

import io.ordertrail.api.Contract;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.personal.PersonalTypes;
import io.ordertrail.axon.serialization.PersonalTexts;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import io.ordertrail.query.projection.table.RowValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** One row for each event of a process that tells something personal: it is in no stream. */
final class StepTextFold implements EventFold<StepTextRow> {

    @Override
    public boolean concerns(EventMessage<?> event) {
        return isTold(event.getPayloadType())
                || UnknownEvents.mayBe(event, StepTextFold::isTold, name -> name.startsWith("process."));
    }

    private static boolean isTold(Class<?> type) {
        return ProcessEvent.class.isAssignableFrom(type) && PersonalTypes.hold(type);
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        return List.of(event.getIdentifier());
    }

    /** Each of them has one such text. */
    @Override
    public StepTextRow fold(String key, @Nullable StepTextRow row, EventMessage<?> event) {
        if (row != null) {
            return row;
        }
        ProcessEvent told = UnknownEvents.known(event, ProcessEvent.class);
        Map.Entry<String, String> text =
                PersonalTexts.of(told).entrySet().iterator().next();
        return new StepTextRow(
                key,
                told.subject(),
                Contract.named(told.getClass()).value(),
                RowValues.micros(told.at()),
                text.getKey(),
                text.getValue());
    }

    @Override
    public long version(StepTextRow row) {
        return 0;
    }
}
