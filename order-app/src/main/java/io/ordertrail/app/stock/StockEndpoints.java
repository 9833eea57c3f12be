package io.ordertrail.app.stock;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.ETAG_OF_VERSION;
import static io.ordertrail.app.http.openapi.Sends.Header.LINK;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.stock.ReservationPage;
import io.ordertrail.api.stock.StockCommand.AdjustStock;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockPage;
import io.ordertrail.api.stock.StockQuery.ListReservations;
import io.ordertrail.api.stock.StockQuery.ListStock;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Answers;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.moment.Diff;
import io.ordertrail.app.moment.DiffQuery;
import io.ordertrail.app.moment.Differences;
import io.ordertrail.app.moment.MomentQuery;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.stock.StockRequests.StockAdjustment;
import io.ordertrail.app.stock.StockRequests.StockReceipt;
import io.ordertrail.app.stock.StockRequests.StockSettings;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Stock items: registered by their SKU, filled, counted and read. */
@RestController
@RequestMapping(path = StockEndpoints.STOCK, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stock")
class StockEndpoints {

    static final String STOCK = OrderPaths.API + "/stock";

    private static final String ITEM = "/{sku}";

    private final StockItems items;
    private final Dispatch dispatch;
    private final Differences differences;

    StockEndpoints(StockItems items, Dispatch dispatch, Differences differences) {
        this.differences = differences;
        this.items = items;
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(operationId = "listStock", summary = "List stock items by their SKU")
    @Sends(LINK)
    ResponseEntity<StockList> list(@QueryString StockListQuery query, ReadRequest read, HttpServletRequest request) {
        PageQuery page = query.page().checked();
        StockPage found =
                dispatch.ask(new ListStock(query.filter(), page.size(), page.after()), read.context(), StockPage.class);
        StockList list = StockList.of(found, page.size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }

    @GetMapping(ITEM)
    @Operation(operationId = "getStock", summary = "Read how many units are on hand, reserved and available")
    @Sends(ETAG_OF_VERSION)
    ResponseEntity<StockView> get(@PathVariable String sku, @QueryString MomentQuery query, ReadRequest read) {
        return query.answer(
                read, () -> items.get(sku, read), moment -> items.at(sku, moment, read), StockView::version);
    }

    @GetMapping(ITEM + "/diff")
    @Operation(
            operationId = "diffStock",
            summary = "What differs between two moments of a stock item",
            description = "In words, and as a JSON Patch (RFC 6902). Moments are versions or instants")
    ResponseEntity<Diff> diff(@PathVariable String sku, @QueryString DiffQuery query, ReadRequest read) {
        return differences.between(query, moment -> items.at(sku, moment, read), StockView::version);
    }

    @GetMapping(ITEM + "/reservations")
    @Operation(operationId = "listReservations", summary = "List the reservations of an item, the oldest first")
    @Sends(LINK)
    ResponseEntity<ReservationList> reservations(
            @PathVariable String sku, @QueryString PageQuery query, ReadRequest read, HttpServletRequest request) {
        PageQuery page = query.checked();
        ReservationPage found = dispatch.ask(
                new ListReservations(StockItems.valid(sku), page.size(), page.after()),
                read.context(),
                ReservationPage.class);
        ReservationList list = ReservationList.of(found, page.size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }

    @PutMapping(path = ITEM, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "keepStock",
            summary = "Register a SKU as stock, or change its settings",
            description =
                    "To change the settings of a SKU, If-Match is required (428); the same settings again change nothing.")
    @Answers({HttpStatus.CREATED, HttpStatus.OK})
    ResponseEntity<StockView> keep(@PathVariable String sku, @RequestBody StockSettings body, WriteRequest write) {
        ChangeAnswer<StockView> kept = items.keep(
                new RegisterStockItem(
                        StockItemId.of(sku),
                        sku,
                        body.name(),
                        StockSettings.units(body.safety()),
                        StockSettings.units(body.backorderLimit()),
                        StockSettings.units(body.reorderPoint()),
                        body.at()),
                write);
        boolean isNew = kept.version() == 0 && !kept.replayed();
        return isNew ? kept.created(addressOf(sku)) : kept.ok();
    }

    @PostMapping(path = ITEM + "/receipts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "receiveStock", summary = "Record goods that came in; back-orders are filled from them")
    @Sends({ETAG, LOCATION})
    ResponseEntity<StockView> receive(@PathVariable String sku, @RequestBody StockReceipt body, WriteRequest write) {
        return items.change(new ReceiveStock(StockItemId.of(sku), body.quantity(), body.reference(), body.at()), write)
                .created(addressOf(sku));
    }

    @PostMapping(path = ITEM + "/adjustments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "adjustStock", summary = "Record that a count found more or fewer units")
    @Sends({ETAG, LOCATION})
    ResponseEntity<StockView> adjust(@PathVariable String sku, @RequestBody StockAdjustment body, WriteRequest write) {
        return items.change(new AdjustStock(StockItemId.of(sku), body.quantity(), body.reason(), body.at()), write)
                .created(addressOf(sku));
    }

    private static String addressOf(String sku) {
        return STOCK + "/" + UriUtils.encode(sku, StandardCharsets.UTF_8);
    }
}
