package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;

/** Why something about tokens is refused. */
public sealed interface TokenRefusal extends Refusal {

    @Named("access.refusal.TokenWithdrawalNotFound")
    @Sentence("There is no withdrawal {id}.")
    record TokenWithdrawalNotFound(String id) implements TokenRefusal, NotFound {}
}
