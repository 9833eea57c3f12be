package io.ordertrail.app.payment;

import io.ordertrail.api.order.OrderMoneyCommand;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that captures or voids. */
@Becomes({OrderMoneyCommand.RequestCapture.class, OrderMoneyCommand.RequestVoid.class})
record MoneyChange(
        @Schema(description = "Default: all that is left; a void is always of all") @Nullable
        Amount amount,

        @Schema(description = "Why it is voided", example = "MISTAKE") @Nullable
        String reason) {

    static final MoneyChange ALL = new MoneyChange(null, null);
}
