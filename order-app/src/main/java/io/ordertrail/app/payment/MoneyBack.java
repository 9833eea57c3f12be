package io.ordertrail.app.payment;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.OrderMoneyCommand;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request for a refund. */
@Becomes(OrderMoneyCommand.RequestRefund.class)
record MoneyBack(
        @Schema(description = "Default: all that is captured and not refunded") @Nullable
        Amount amount,

        @Schema(description = KINDS, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Kind kind,

        @Schema(description = "The customer's account that gets the money; default: the way it came") @Nullable
        String to,

        @Schema(description = "Why the money is refunded", example = "It came late") @Nullable
        String reason,

        @Schema(
                description =
                        "When the money went back; default: now. Only for money that came by hand (MANUAL) and went back by hand")
        @Nullable
        Instant at) {

    /** The kinds of refunds that staff may choose, in words. */
    static final String KINDS = "kind says why: GOODWILL, a gift of the shop, so that the order is worth less;"
            + " OTHER_MEANS, the customer will pay another way, so that the amount is due again; CORRECTION, the customer paid too much.";

    /** The kinds of refunds that staff may choose. */
    enum Kind {
        GOODWILL,
        OTHER_MEANS,
        CORRECTION
    }

    /** @throws io.ordertrail.api.message.Refused the request does not say what it is */
    RefundKind toContract() {
        if (kind == null) {
            MoneyMapper meaning = new MoneyMapper();
            meaning.fault("/kind", FaultCode.REQUIRED, KINDS);
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
