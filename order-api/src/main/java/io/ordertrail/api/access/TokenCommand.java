package io.ordertrail.api.access;

import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.message.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Withdraws what an OpenID provider has issued, and takes that back. */
public sealed interface TokenCommand {

    /**
     * Withdraws at once what was issued to a subject until now: {@link TokenWithdrawal}. What is issued to them later
     * is accepted.
     *
     * @param subject as the claim {@code sub} of their tokens has it; nobody need have it
     * @param reason for whoever looks at the list later
     */
    @Named("access.WithdrawTokens")
    record WithdrawTokens(
            @NotNull @Pattern(regexp = SUBJECT, message = "must be 1 to 200 visible ASCII characters")
            String subject,

            @NotBlank @Note String reason)
            implements TokenCommand {}

    /**
     * Takes a withdrawal back, as it was: {@link TokenWithdrawal}. Refused with
     * {@link TokenRefusal.TokenWithdrawalNotFound} where there is none.
     */
    @Named("access.TakeBackWithdrawal")
    record TakeBackWithdrawal(String withdrawalId) implements TokenCommand {}

    /** Of {@link WithdrawTokens#subject}: what can stand in a line of a log, and be the id of a customer. */
    String SUBJECT = "[\\x21-\\x7E]{1,200}";
}
