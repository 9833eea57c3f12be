package io.ordertrail.app.report;

import io.ordertrail.api.report.ReportQuery.GetRefunds;
import io.ordertrail.app.http.PageQuery;

/** The query of the report of refunds. */
record RefundsRequest(Days days, PageQuery page) {

    GetRefunds meant() {
        PageQuery wanted = page.checked();
        return new GetRefunds(days.period(), wanted.size(), wanted.after());
    }
}
