package io.ordertrail.command.access;

import io.ordertrail.api.access.TokenCommand.TakeBackWithdrawal;
import io.ordertrail.api.access.TokenCommand.WithdrawTokens;
import io.ordertrail.api.access.TokenQuery.ListTokenWithdrawals;
import io.ordertrail.api.access.TokenRefusal.TokenWithdrawalNotFound;
import io.ordertrail.api.access.TokenWithdrawal;
import io.ordertrail.api.access.TokenWithdrawalList;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.access.TokenWithdrawals;
import io.ordertrail.axon.message.MetaKeys;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Withdraws the tokens of people. */
final class TokenHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TokenHandler.class);

    private final TokenWithdrawals withdrawals;

    TokenHandler(TokenWithdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @CommandHandler
    TokenWithdrawal handle(WithdrawTokens command, @MetaDataValue(MetaKeys.ACTOR) String actor) {
        TokenWithdrawal made = withdrawals.add(command.subject(), command.reason(), actor);
        LOG.info("The tokens of {} were withdrawn by {}: {}", made.subject(), actor, made.id());
        return made;
    }

    @CommandHandler
    TokenWithdrawal handle(TakeBackWithdrawal command, @MetaDataValue(MetaKeys.ACTOR) String actor) {
        TokenWithdrawal gone = withdrawals
                .remove(command.withdrawalId())
                .orElseThrow(() -> new Refused(new TokenWithdrawalNotFound(command.withdrawalId())));
        LOG.info("The withdrawal {} of the tokens of {} was taken back by {}", gone.id(), gone.subject(), actor);
        return gone;
    }

    @QueryHandler
    TokenWithdrawalList handle(ListTokenWithdrawals query) {
        return new TokenWithdrawalList(withdrawals.all());
    }
}
