package io.ordertrail.app.payment;

import io.ordertrail.api.order.OrderMoneyCommand;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that records a payment, or begins one. */
@Becomes({OrderMoneyCommand.RecordPayment.class, OrderMoneyCommand.PayOrder.class})
record PaymentRequest(
        @Schema(
                description = "MANUAL: staff says that the money arrived. ACCOUNT, SANDBOX or another provider's name:"
                        + " it is asked for the money",
                example = "MANUAL")
        String method,

        @Schema(description = "For a provider, the default is what is due and not promised") @Nullable
        Amount amount,

        @Schema(description = "For ACCOUNT: the account that pays, the customer's own or a gift card") @Nullable
        String accountId,

        @Schema(description = "For other providers: the provider's token for the payment") @Nullable
        String token,

        @Schema(description = "For MANUAL: the reference of the money where it arrived", example = "bank-1") @Nullable
        String reference,

        @Schema(description = "For MANUAL: when the money arrived; default: now") @Nullable
        Instant at) {}
