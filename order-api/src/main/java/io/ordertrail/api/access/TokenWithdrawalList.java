package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;
import java.util.List;

/** Withdrawals, the oldest first. */
@Named("access.TokenWithdrawalList")
public record TokenWithdrawalList(List<TokenWithdrawal> items) {}
