package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.kernel.UniqueName;
import io.ordertrail.model.account.JournalKey;
import io.ordertrail.model.kernel.ProcessedCommands;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Rule A4 for ever: what an account no longer remembers itself is a unique row, written in the transaction of the
 * movement. Where the row is there already, the account's events settle whether the movement is too: an Axon Server may
 * have failed to store it.
 */
final class Journal implements ClaimsOfEvents {

    /** The kind of the unique names. */
    static final String KIND = "journal";

    private final UniqueClaims names;
    private final EventStore events;

    Journal(UniqueClaims names, EventStore events) {
        this.names = names;
        this.events = events;
    }

    /** What {@code decide} makes of a movement or a hold; the answer of the first time, where it is entered already. */
    Receipt once(Account account, String key, Supplier<Receipt> decide) {
        return enter(account.state().id(), account.state().journals(), key).orElseGet(decide);
    }

    /**
     * Enters a movement or a hold.
     *
     * @param remembered what the account knows itself
     * @return the answer of the first time; empty where this is the first time
     * @throws ConcurrencyException it is being entered by another command right now
     */
    private Optional<Receipt> enter(String accountId, ProcessedCommands remembered, String key) {
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
        String key = JournalKey.of(event);
        return key == null
                ? Stream.empty()
                : Stream.of(new UniqueName(KIND, name(event.accountId(), key), event.accountId()));
    }

    private Optional<Receipt> find(String accountId, String key) {
        DomainEventStream stream = events.readEvents(accountId, 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            if (key.equals(JournalKey.of(UnknownEvents.known(event, AccountEvent.class)))) {
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
