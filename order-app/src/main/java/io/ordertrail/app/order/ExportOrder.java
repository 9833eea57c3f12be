package io.ordertrail.app.order;

/**
 * How an export can be sorted: by what never changes of an order. By anything else an order that changes while the export goes on
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
