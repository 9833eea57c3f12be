package io.ordertrail.app.report;

import io.ordertrail.api.report.OrderToShip;
import io.ordertrail.api.report.RefundDay;
import io.ordertrail.api.report.RefundTotal;
import io.ordertrail.api.report.SalesDay;
import io.ordertrail.api.report.SalesTotal;
import io.ordertrail.app.http.input.Cursors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A page of a report, as the answer shows it. */
sealed interface Report {

    Cursors page();

    /** @param totals of the whole period, whichever page it is, one for each currency */
    record SalesReport(List<SalesDay> items, List<SalesTotal> totals, Cursors page) implements Report {}

    /** @param totals of the whole period, whichever page it is, one for each currency */
    record RefundsReport(List<RefundDay> items, List<RefundTotal> totals, Cursors page) implements Report {}

    record ToShipReport(List<OrderToShip> items, Cursors page) implements Report {}

    /** 200 with {@code report} and the links to the pages beside it. */
    static <R extends Report> ResponseEntity<R> answer(R report, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, report.page().links(request))
                .body(report);
    }
}
