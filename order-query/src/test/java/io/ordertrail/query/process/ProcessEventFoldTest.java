package io.ordertrail.query.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.ParkedEventDiscarded;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.query.Rows;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepTextFoldTest {

    private static final Instant THEN = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void what_an_event_of_a_process_tells_is_a_row() {
        Rows<StepTextRow> rows = new Rows<>(new StepTextFold());
        rows.tell(new StepRefused("fulfilment", "order-1", "pay", "", 1, "DECLINED", "No.", THEN));
        rows.tell(new StepUnstuck("fulfilment", "order-1", "pay", "", 1, THEN));
        rows.tell(new StepTakenOver("fulfilment", "account-1", "pay", "", 1, "anna", "she called", THEN));
        rows.tell(new EventParked("fulfilment", "order-1", "e-1", "order.OrderHeld", "X", THEN));
        rows.tell(new ParkedEventDiscarded("fulfilment", "order-1", "e-1", "anna", "no harm", THEN));
        assertThat(rows.all())
                .extracting(row -> row.subject() + " " + row.event() + row.field() + " " + row.text())
                .containsExactly(
                        "order-1 process.StepRefused/detail No.",
                        "account-1 process.StepTakenOver/reason she called",
                        "order-1 process.ParkedEventDiscarded/reason no harm");
        rows.requireThatRepeatsChangeNothing();
    }
}
