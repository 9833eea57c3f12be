package io.ordertrail.app.audit;

import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.audit.CheckpointPage;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of checkpoints, as the answer shows it. */
record CheckpointList(List<Checkpoint> items, Cursors page) {

    static CheckpointList of(CheckpointPage page, int limit) {
        return new CheckpointList(page.items(), new Cursors(page.next(), null, null, limit, 0));
    }
}
