package io.ordertrail.app.report;

import io.ordertrail.api.report.ReportQuery.GetRefunds;
import io.ordertrail.app.http.input.PageQuery;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** The query of the report of refunds. */
record RefundsRequest(Days days, List<CurrencyUnit> currency, PageQuery page) {

    GetRefunds toContract() {
        PageQuery wanted = page.checked();
        return new GetRefunds(days.period(), currency, wanted.size(), wanted.after());
    }
}
