package io.ordertrail.model.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a movement or a hold is known by within its account, so that each is made once only (rule A4). */
public final class JournalKey {

    /**
     * How the journal ids of a transfer's movements end, which begin with its id: out of one account, or back into it.
     */
    private static final String OUT = ":out";

    private static final String BACK = ":back";

    /** The most characters of the id of a movement or a hold. */
    public static final int MAX_ID = 200;

    private JournalKey() {}

    /** Of a movement. */
    public static String movement(String journalId) {
        return "move:" + journalId;
    }

    /** Of a hold. */
    public static String hold(String holdId) {
        return "hold:" + holdId;
    }

    /** The transfer whose money {@code out} takes from its account, if it is one. */
    public static Optional<String> transferOut(Withdrawn out) {
        return transfer(out.kind(), out.journalId(), OUT);
    }

    /** The transfer whose money {@code in} brings back to where it came from, if it does. */
    public static Optional<String> transferBack(Deposited in) {
        return transfer(in.kind(), in.journalId(), BACK);
    }

    private static Optional<String> transfer(MovementKind kind, String journalId, String suffix) {
        return Optional.of(journalId)
                .filter(id -> kind == MovementKind.TRANSFER && id.endsWith(suffix))
                .map(id -> id.substring(0, id.length() - suffix.length()))
                .filter(AccountId::isTransfer);
    }

    /**
     * Of {@code event}; null where it is neither a movement nor a hold. What was refused for ever is known like what
     * was not: neither is ever made again.
     */
    public static @Nullable String of(AccountEvent event) {
        if (event instanceof Deposited in) {
            return movement(in.journalId());
        }
        if (event instanceof Withdrawn out) {
            return movement(out.journalId());
        }
        if (event instanceof HoldCaptured captured) {
            return movement(captured.journalId());
        }
        if (event instanceof WithdrawalRefused refused) {
            return movement(refused.journalId());
        }
        if (event instanceof HoldRefused refused) {
            return hold(refused.holdId());
        }
        return event instanceof FundsHeld held ? hold(held.holdId()) : null;
    }
}
