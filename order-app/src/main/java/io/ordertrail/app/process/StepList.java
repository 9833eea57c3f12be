package io.ordertrail.app.process;

import io.ordertrail.api.process.StepPage;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of waiting steps, as the answer shows it. */
record StepList(List<StepPage.Item> items, Cursors page) {

    static StepList of(StepPage page, int limit) {
        return new StepList(page.items(), new Cursors(page.next(), null, null, limit, 0));
    }
}
