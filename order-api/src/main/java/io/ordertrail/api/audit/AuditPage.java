package io.ordertrail.api.audit;

import io.ordertrail.api.message.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the audit log, the newest first; {@code next} is an opaque cursor, null at the end. */
@Named("audit.AuditPage")
public record AuditPage(List<AuditEntry> items, @Nullable String next) {}
