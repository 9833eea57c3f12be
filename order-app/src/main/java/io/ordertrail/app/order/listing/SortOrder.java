package io.ordertrail.app.order.listing;

import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderQuery.Sort.Key;

/** How a list can be sorted; {@link #toString} is the word in the query. */
public enum SortOrder {
    NEWEST("-createdAt", Key.CREATED_AT, true),
    OLDEST("createdAt", Key.CREATED_AT, false),
    LATEST_CHANGE("-updatedAt", Key.UPDATED_AT, true),
    EARLIEST_CHANGE("updatedAt", Key.UPDATED_AT, false),
    HIGHEST_NUMBER("-number", Key.NUMBER, true),
    LOWEST_NUMBER("number", Key.NUMBER, false),
    HIGHEST_TOTAL("-grandTotal", Key.GRAND_TOTAL, true),
    LOWEST_TOTAL("grandTotal", Key.GRAND_TOTAL, false);

    private final String word;
    private final Sort sort;

    SortOrder(String word, Key key, boolean descending) {
        this.word = word;
        this.sort = new Sort(key, descending);
    }

    Sort sort() {
        return sort;
    }

    @Override
    public String toString() {
        return word;
    }
}
