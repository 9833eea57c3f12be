package io.ordertrail.app.live;

import java.util.List;

/**
 * A part of a stream.
 *
 * @param after the place where it ends
 * @param more whether there may be more already
 */
record StreamPage(List<Item> items, String after, boolean more) {

    /**
     * @param after the place right behind it
     * @param told is written as JSON
     */
    record Item(String after, Object told) {}
}
