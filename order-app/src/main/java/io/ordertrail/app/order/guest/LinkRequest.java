package io.ordertrail.app.order.guest;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.input.MoneyMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link that is asked for. */
record LinkRequest(
        @Schema(description = "How many days it is good for, 1 to 365; default: 30") @Nullable
        Integer days) {

    private static final int USUAL = 30;
    private static final int LONGEST = 365;

    int checkedDays() {
        if (days != null && (days < 1 || days > LONGEST)) {
            MoneyMapper meaning = new MoneyMapper();
            meaning.fault("/days", FaultCode.OUT_OF_RANGE, "days must be 1 to " + LONGEST + ".");
            meaning.orRefuse();
        }
        return days == null ? USUAL : days;
    }
}
