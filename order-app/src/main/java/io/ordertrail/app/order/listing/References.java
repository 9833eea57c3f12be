package io.ordertrail.app.order.listing;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.view.OrderQuery.FindOrders;
import io.ordertrail.app.http.input.MoneyMapper;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The body of a request that looks orders up by the shop's own numbers. */
record References(
        @Schema(description = "Where the orders come from", maxLength = 100)
        String channel,

        @ArraySchema(arraySchema = @Schema(description = "1 to 500 of the shop's own numbers"))
        List<String> externalRefs) {

    private static final int MOST = 500;

    /** @throws io.ordertrail.api.message.Refused there are none, or too many */
    FindOrders toContract() {
        MoneyMapper meaning = new MoneyMapper();
        if (externalRefs.isEmpty() || externalRefs.size() > MOST) {
            meaning.fault(
                    "/externalRefs", FaultCode.OUT_OF_RANGE, "1 to " + MOST + " references can be looked up at once.");
        }
        meaning.orRefuse();
        // No order has a reference with a NUL, and no database accepts one.
        return new FindOrders(
                channel,
                externalRefs.stream().filter(ref -> ref.indexOf('\0') < 0).toList());
    }
}
