package io.ordertrail.app.order.placing;

import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.view.Quote;
import io.ordertrail.api.stock.Availability;
import io.ordertrail.api.stock.StockQuery.GetAvailability;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.axon.message.Dispatch;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Adds to a price whether the goods are available: the write side knows the price, the read side the stock. */
final class QuotedStock {

    private QuotedStock() {}

    /** All lines of one SKU count together: either all of them are available, or none. */
    static Quote add(Quote quote, Dispatch dispatch, ReadRequest read) {
        Map<String, Long> wanted = quote.lines().stream()
                .collect(Collectors.groupingBy(OrderLine::sku, Collectors.summingLong(OrderLine::quantity)));
        Availability stock = dispatch.ask(
                new GetAvailability(wanted.keySet().stream().sorted().toList()), read.context(), Availability.class);
        return new Quote(
                quote.lines(),
                quote.shipping(),
                quote.totals(),
                quote.lines().stream()
                        .map(line -> new Quote.Availability(
                                line.lineId(),
                                line.sku(),
                                stock.tracks(line.sku()),
                                stock.covers(line.sku(), Objects.requireNonNull(wanted.get(line.sku())))))
                        .toList());
    }
}
