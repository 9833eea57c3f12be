package io.ordertrail.api.stock;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;

/** Refusals of stock items. */
public sealed interface StockRefusal extends Refusal {

    /** S7: the SKU was never registered. */
    @Named("stock.refusal.NotTracked")
    @Sentence("No stock is kept of {sku}.")
    record NotTracked(String sku) implements StockRefusal, NotFound {}

    /** S3: fewer units are available than were asked for, and no more may be back-ordered. */
    @Named("stock.refusal.OutOfStock")
    @Sentence("{asked} units of {sku} were asked for, {available} are available.")
    record OutOfStock(String sku, long available, long asked) implements StockRefusal {}

    /** S1: fewer units would be on hand than none. */
    @Named("stock.refusal.NotOnHand")
    @Sentence("{asked} units of {sku} cannot leave, {onHand} are on hand.")
    record NotOnHand(String sku, long onHand, long asked) implements StockRefusal {}
}
