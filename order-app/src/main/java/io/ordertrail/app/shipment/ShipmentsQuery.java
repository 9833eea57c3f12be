package io.ordertrail.app.shipment;

import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query of a list of shipments. */
record ShipmentsQuery(
        @Schema(description = "true: only shipments that are approved or packed and have not left; default: all")
        @Nullable
        Boolean open,

        PageQuery page) {}
