package io.ordertrail.app.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query of an export: the filters and the order of a list, and how to write it. */
record ExportQuery(
        OrderFilters filters,

        @Schema(description = "By what never changes, so that an order is there once; -createdAt if not given")
        @Nullable
        ExportOrder sort,

        @Schema(description = "csv if not given") @Nullable ExportFormat format,

        @Schema(description = "Whether a csv begins with a byte order mark, for Excel; false if not given") @Nullable
        Boolean bom) {

    /** The query of a list that begins after {@code cursor}. */
    ListQuery page(@Nullable String cursor) {
        return new ListQuery(filters, sort == null ? null : sort.list(), 500, cursor);
    }

    boolean begunByAMark() {
        return Boolean.TRUE.equals(bom);
    }

    @Override
    public ExportFormat format() {
        return Objects.requireNonNullElse(format, ExportFormat.CSV);
    }
}
