package io.ordertrail.app.report;

import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.report.RefundsPage;
import io.ordertrail.api.report.ReportQuery.GetOpenToShip;
import io.ordertrail.api.report.ReportQuery.GetRefunds;
import io.ordertrail.api.report.ReportQuery.GetSales;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.report.ToShipPage;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.Cursors;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.report.Report.RefundsReport;
import io.ordertrail.app.report.Report.SalesReport;
import io.ordertrail.app.report.Report.ToShipReport;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports")
class ReportEndpoints {

    private final Dispatch dispatch;

    ReportEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping("/sales")
    @Operation(operationId = "reportSales", summary = "What was sold on each day, by SKU and currency")
    @Sends(LINK)
    ResponseEntity<SalesReport> sales(@QueryString SalesRequest request, ReadRequest read, HttpServletRequest http) {
        GetSales query = request.toContract();
        SalesPage page = dispatch.ask(query, read.context(), SalesPage.class);
        return Report.answer(
                new SalesReport(
                        page.items(),
                        page.totals(),
                        new Cursors(page.next(), page.prev(), page.end(), query.limit(), page.unreadable())),
                http);
    }

    @GetMapping("/refunds")
    @Operation(operationId = "reportRefunds", summary = "What was refunded on each day, by method and currency")
    @Sends(LINK)
    ResponseEntity<RefundsReport> refunds(
            @QueryString RefundsRequest request, ReadRequest read, HttpServletRequest http) {
        GetRefunds query = request.toContract();
        RefundsPage page = dispatch.ask(query, read.context(), RefundsPage.class);
        return Report.answer(
                new RefundsReport(
                        page.items(),
                        page.totals(),
                        new Cursors(page.next(), page.prev(), page.end(), query.limit(), page.unreadable())),
                http);
    }

    @GetMapping("/open-to-ship")
    @Operation(
            operationId = "reportOpenToShip",
            summary = "Confirmed orders with units that are not shipped yet, the earliest confirmation first")
    @Sends(LINK)
    ResponseEntity<ToShipReport> toShip(@QueryString PageQuery request, ReadRequest read, HttpServletRequest http) {
        PageQuery wanted = request.checked();
        ToShipPage page =
                dispatch.ask(new GetOpenToShip(wanted.size(), wanted.after()), read.context(), ToShipPage.class);
        return Report.answer(
                new ToShipReport(
                        page.items(),
                        new Cursors(page.next(), page.prev(), page.end(), wanted.size(), page.unreadable())),
                http);
    }
}
