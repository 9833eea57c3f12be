package io.ordertrail.app.report;

import io.ordertrail.api.report.ReportQuery.GetSales;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The query of the report of sales. */
record SalesRequest(
        Days days,

        @Schema(description = "Only this SKU; default: all", example = "TEE-M") @Nullable
        String sku,

        List<CurrencyUnit> currency,
        PageQuery page) {

    GetSales toContract() {
        PageQuery wanted = page.checked();
        return new GetSales(days.period(), sku, currency, wanted.size(), wanted.after());
    }
}
