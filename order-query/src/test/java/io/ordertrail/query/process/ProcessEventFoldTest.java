package io.ordertrail.query.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.ParkedEventDiscarded;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.serialization.PersonalTexts;
import io.ordertrail.query.Rows;
import io.ordertrail.query.projection.table.RowJson;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProcessEventFoldTest {

    private static final Instant THEN = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void what_an_event_of_a_process_tells_is_a_row_with_what_is_personal_beside_it() {
        Rows<ProcessEventRow> rows = new Rows<>(new ProcessEventFold());
        rows.tell(new StepRefused("fulfilment", "order-1", "pay", "", 1, "DECLINED", "No.", THEN));
        rows.tell(new StepUnstuck("fulfilment", "order-1", "pay", "", 1, THEN));
        rows.tell(new StepTakenOver("fulfilment", "account-1", "pay", "", 1, "anna", "she called", THEN));
        rows.tell(new EventParked("fulfilment", "order-1", "e-1", "order.OrderHeld", "X", THEN));
        rows.tell(new ParkedEventDiscarded("fulfilment", "order-1", "e-1", "anna", "no harm", THEN));
        assertThat(rows.all())
                .extracting(row -> row.subject() + " " + row.event() + " " + row.field() + " " + row.text())
                .containsExactly(
                        "order-1 process.StepRefused /detail No.",
                        "order-1 process.StepUnstuck null null",
                        "account-1 process.StepTakenOver /reason she called",
                        "order-1 process.EventParked null null",
                        "order-1 process.ParkedEventDiscarded /reason no harm");
        assertThat(rows.all().get(0).values())
                .containsEntry("code", "DECLINED")
                .containsEntry("number", "1")
                .doesNotContainKey("detail");
        assertThat(rows.all()).allSatisfy(row -> {
            assertThat(RowJson.read(RowJson.write(row), ProcessEventRow.class, "process-events"))
                    .isEqualTo(row);
            assertThat(RowJson.write(Erased.in(row))).doesNotContain("No.", "she called", "no harm");
        });
        rows.requireThatRepeatsChangeNothing();
    }

    @Test
    void no_event_of_a_process_has_two_texts_that_are_personal() {
        assertThat(Contract.types(ProcessEvent.class))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Arrays.stream(type.getRecordComponents())
                                .filter(part -> part.getAccessor()
                                        .isAnnotationPresent(io.ordertrail.api.personal.PersonalData.class)))
                        .hasSizeLessThan(2));
        assertThat(PersonalTexts.of(new StepUnstuck("fulfilment", "order-1", "pay", "", 1, THEN)))
                .isEmpty();
    }
}
