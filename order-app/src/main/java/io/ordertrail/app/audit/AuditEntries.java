package io.ordertrail.app.audit;

import io.ordertrail.api.audit.AuditEntry;
import io.ordertrail.api.audit.AuditPage;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of the audit log, as the answer shows it. */
record AuditEntries(List<AuditEntry> items, Cursors page) {

    static AuditEntries of(AuditPage page, int limit) {
        return new AuditEntries(page.items(), new Cursors(page.next(), null, null, limit, 0));
    }
}
