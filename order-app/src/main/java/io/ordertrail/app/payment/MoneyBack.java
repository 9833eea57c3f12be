package io.ordertrail.app.payment;

import io.ordertrail.api.order.RefundKind;
import io.ordertrail.app.http.Amount;
import io.ordertrail.app.http.MoneyMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that gives money back. */
record MoneyBack(
        @Schema(description = "All that is kept of the payment, if not given") @Nullable
        Amount amount,

        @Schema(description = KINDS, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Kind kind,

        @Schema(
                description = "An account of the customer that gets it; if not given, it goes back the way it came",
                maxLength = 100)
        @Nullable
        String to,

        @Schema(description = "Why it is given back", maxLength = 4000, example = "It came late") @Nullable
        String reason,

        @Schema(
                description =
                        "When it went back, if that was before now; only of money that came by hand (MANUAL) and went back by hand")
        @Nullable
        Instant at) {

    /** What staff may say that a refund is, in words. */
    static final String KINDS =
            "A refund says what it is: GOODWILL, a gift of the shop, so that the order is worth less;"
                    + " OTHER_MEANS, the customer is to pay another way, so that it is due again; CORRECTION, it was too much.";

    /** What staff may say that a refund is. */
    enum Kind {
        GOODWILL,
        OTHER_MEANS,
        CORRECTION
    }

    /** @throws io.ordertrail.api.message.Refused the request does not say what it is */
    RefundKind toContract() {
        if (kind == null) {
            MoneyMapper meaning = new MoneyMapper();
            meaning.fault("/kind", "REQUIRED", KINDS);
            meaning.orRefuse();
            throw new IllegalStateException("A fault was found");
        }
        return switch (kind) {
            case GOODWILL -> RefundKind.GOODWILL;
            case OTHER_MEANS -> RefundKind.OTHER_MEANS;
            case CORRECTION -> RefundKind.CORRECTION;
        };
    }
}
