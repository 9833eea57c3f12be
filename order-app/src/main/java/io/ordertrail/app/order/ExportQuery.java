package io.ordertrail.app.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query of an export: the filters and the order of a list, and how to write it. */
record ExportQuery(
        OrderFilters filters,

        @Schema(description = "As in a list; -createdAt if not given") @Nullable
        SortOrder sort,

        @Schema(description = "csv if not given") @Nullable ExportFormat format) {

    /** The query of a list that begins after {@code cursor}. */
    ListQuery page(@Nullable String cursor) {
        return new ListQuery(filters, sort, 500, cursor);
    }

    @Override
    public ExportFormat format() {
        return Objects.requireNonNullElse(format, ExportFormat.CSV);
    }
}
