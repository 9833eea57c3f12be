package io.ordertrail.app.attention;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of the attention list, as the answer shows it. */
record AttentionList(List<AttentionItem> items, Cursors page) {

    static AttentionList of(AttentionPage page, int limit) {
        return new AttentionList(
                page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
