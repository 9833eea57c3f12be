package io.ordertrail.api.report;

import io.ordertrail.api.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what was sold; {@code next} and {@code prev} are opaque cursors, null at either end. */
@Named("report.SalesPage")
public record SalesPage(
        List<SalesDay> items,
        @Nullable String next,
        @Nullable String prev) {}
