package io.ordertrail.query.process;

import io.ordertrail.api.process.ProcessQuery.ListStepTexts;
import io.ordertrail.api.process.StepTexts;
import io.ordertrail.api.process.StepTexts.StepText;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.StateTable;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what processes tell of some subjects that is personal. */
final class StepTextLookup {

    private final StateTable<ProcessEventRow> table;
    private final Completeness completeness;

    StepTextLookup(StateTable<ProcessEventRow> table, Completeness completeness) {
        this.table = table;
        this.completeness = completeness;
    }

    @QueryHandler
    StepTexts list(ListStepTexts query) {
        return completeness.whole(table.name(), () -> texts(query.subjects()));
    }

    private StepTexts texts(List<String> subjects) {
        List<?> any = List.of((Object) subjects.toArray(String[]::new));
        return new StepTexts(table.find("where subject = any(?) order by told_at, event_id", any).stream()
                .flatMap(StepTextLookup::text)
                .toList());
    }

    private static Stream<StepText> text(ProcessEventRow row) {
        return row.field() == null || row.text() == null
                ? Stream.empty()
                : Stream.of(new StepText(row.id(), row.subject(), row.event(), row.at(), row.field(), row.text()));
    }
}
