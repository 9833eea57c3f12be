package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.ProcessedCommands;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.kernel.UniqueName;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Rule A4 for ever: what an account no longer remembers itself is a unique row, written in the transaction of the movement. Where
 * the row is there already, the account's events settle whether the movement is too: an Axon Server may have failed to store it.
 */
final class Journal implements ClaimsOfEvents {

    /** The kind of the unique names. */
    static final String KIND = "journal";

    /** How the journal ids of a transfer's movements end, which begin with its id: out of one account, or back into it. */
    private static final String OUT = ":out";

    private static final String BACK = ":back";

    /** The most characters of the id of a movement or a hold. */
    static final int MAX_ID = 200;

    private final UniqueClaims names;
    private final EventStore events;

    Journal(UniqueClaims names, EventStore events) {
        this.names = names;
        this.events = events;
    }

    /** What a movement is known by within its account. */
    static String movement(String journalId) {
        return "move:" + journalId;
    }

    /** What a hold is known by within its account. */
    static String hold(String holdId) {
        return "hold:" + holdId;
    }

    /** The transfer whose money {@code out} takes from its account, if it is one. */
    static Optional<String> transferOut(Withdrawn out) {
        return transfer(out.kind(), out.journalId(), OUT);
    }

    /** The transfer whose money {@code in} brings back to where it came from, if it does. */
    static Optional<String> transferBack(Deposited in) {
        return transfer(in.kind(), in.journalId(), BACK);
    }

    private static Optional<String> transfer(MovementKind kind, String journalId, String suffix) {
        return Optional.of(journalId)
                .filter(id -> kind == MovementKind.TRANSFER && id.endsWith(suffix))
                .map(id -> id.substring(0, id.length() - suffix.length()))
                .filter(AccountId::isTransfer);
    }

    /**
     * What {@code event} is known by within its account; null where it is neither a movement nor a hold. What was refused for
     * ever is known like what was not: neither is ever made again.
     */
    static @Nullable String key(AccountEvent event) {
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

    /**
     * Enters a movement or a hold.
     *
     * @param remembered what the account knows itself
     * @return the answer of the first time; empty where this is the first time
     * @throws ConcurrencyException it is being entered by another command right now
     */
    Optional<Receipt> enter(String accountId, ProcessedCommands remembered, String key) {
        Optional<Receipt> before = remembered.answerTo(accountId, key);
        if (before.isPresent() || names.claim(KIND, name(accountId, key), accountId)) {
            return before;
        }
        return find(accountId, key);
    }

    /** Whether it was entered ever before. */
    boolean knows(String accountId, ProcessedCommands remembered, String key) {
        return remembered.answerTo(accountId, key).isPresent()
                || (names.ownerOf(KIND, name(accountId, key)).isPresent()
                        && find(accountId, key).isPresent());
    }

    @Override
    public Function<EventMessage<?>, Stream<UniqueName>> reader() {
        return ClaimsOfEvents.of(AccountEvent.class, Journal::in);
    }

    private static Stream<UniqueName> in(AccountEvent event) {
        String key = key(event);
        return key == null
                ? Stream.empty()
                : Stream.of(new UniqueName(KIND, name(event.accountId(), key), event.accountId()));
    }

    private Optional<Receipt> find(String accountId, String key) {
        DomainEventStream stream = events.readEvents(accountId, 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            if (key.equals(key((AccountEvent) event.getPayload()))) {
                return Optional.of(
                        Receipt.of(accountId, event.getSequenceNumber()).again());
            }
        }
        return Optional.empty();
    }

    private static String name(String accountId, String key) {
        return accountId + "/" + key;
    }
}
