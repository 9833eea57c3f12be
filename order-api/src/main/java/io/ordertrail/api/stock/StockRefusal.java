package io.ordertrail.api.stock;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;

/** Refusals of stock items. */
public sealed interface StockRefusal extends Refusal {

    /** S7: the SKU was never registered. */
    @Named("stock.refusal.NotTracked")
    record NotTracked(String sku) implements StockRefusal, NotFound {
        @Override
        public String detail() {
            return "No stock is kept of " + sku + ".";
        }
    }

    /** S3: fewer units are available than were asked for, and no more may be back-ordered. */
    @Named("stock.refusal.OutOfStock")
    record OutOfStock(String sku, long available, long asked) implements StockRefusal {
        @Override
        public String detail() {
            return asked + " units of " + sku + " were asked for, " + available + " are available.";
        }
    }

    /** S1: fewer units would be on hand than none. */
    @Named("stock.refusal.NotOnHand")
    record NotOnHand(String sku, long onHand, long asked) implements StockRefusal {
        @Override
        public String detail() {
            return asked + " units of " + sku + " cannot leave, " + onHand + " are on hand.";
        }
    }
}
