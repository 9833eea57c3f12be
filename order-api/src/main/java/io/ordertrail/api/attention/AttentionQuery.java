package io.ordertrail.api.attention;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries about what needs a person. */
public sealed interface AttentionQuery {

    /**
     * A page of the list, the oldest first: {@link AttentionPage}. A cursor of another list or a limit out of bounds is
     * refused with {@link RequestRefusal.InvalidQuery}.
     *
     * @param kind only of these kinds; empty for all
     * @param resolved false: what needs a person now; true: what once did
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("attention.ListAttention")
    record ListAttention(
            List<AttentionKind> kind,
            boolean resolved,
            int limit,
            @Nullable String after) implements AttentionQuery, OfMany {}
}
