package io.ordertrail.app.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of the attention list. */
record AttentionRequest(
        @Schema(description = "Only these kinds; default: all")
        List<AttentionKind> kind,

        @Schema(description = "true: what needed a person once; default: what needs one now") @Nullable
        Boolean resolved,

        PageQuery page) {

    ListAttention toContract() {
        PageQuery wanted = page.checked();
        return new ListAttention(kind, Boolean.TRUE.equals(resolved), wanted.size(), wanted.after());
    }
}
