package io.ordertrail.command.account;

import io.ordertrail.api.message.Refused;
import io.ordertrail.model.kernel.Caller;
import org.axonframework.messaging.MetaData;

/** Who may move money: the shop's staff, and the service's own processes. */
final class Authority {

    private Authority() {}

    /** @throws Refused the sender of the command is neither */
    static void check(MetaData metaData) {
        Caller caller = Caller.of(metaData);
        if (!caller.is(Caller.SERVICE)) {
            caller.mustBe(Caller.STAFF);
        }
    }
}
