package io.ordertrail.app.order.export;

import io.ordertrail.app.order.listing.SortOrder;

/**
 * How an export can be sorted: by a key that never changes. By any other key, an order that changes during the export
 * would move from the part to come into the part that is written, or back, and be in the file never or twice.
 */
enum ExportOrder {
    NEWEST(SortOrder.NEWEST),
    OLDEST(SortOrder.OLDEST),
    HIGHEST_NUMBER(SortOrder.HIGHEST_NUMBER),
    LOWEST_NUMBER(SortOrder.LOWEST_NUMBER);

    private final SortOrder list;

    ExportOrder(SortOrder list) {
        this.list = list;
    }

    /** The same order of a list. */
    SortOrder list() {
        return list;
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
