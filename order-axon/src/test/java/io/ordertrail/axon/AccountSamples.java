package io.ordertrail.axon;

import io.ordertrail.api.account.AccountEvent;
import java.util.List;

/** One event of every type, with every field filled. */
final class AccountSamples {

    private AccountSamples() {}

    static List<AccountEvent> events() {
        return List.of();
    }
}
