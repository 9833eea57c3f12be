package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;
import java.time.Instant;

/**
 * Tokens that are refused although they have not ended.
 *
 * @param subject whose
 * @param withdrawnAt what was issued until then is refused
 * @param withdrawnBy the actor
 */
@Named("access.TokenWithdrawal")
public record TokenWithdrawal(String id, String subject, String reason, Instant withdrawnAt, String withdrawnBy) {}
