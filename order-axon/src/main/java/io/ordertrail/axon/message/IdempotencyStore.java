package io.ordertrail.axon.message;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.IdempotencyKeyReused;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.api.message.RequestRefusal.RefusedBefore;
import io.ordertrail.api.message.RequestRefusal.RequestInProgress;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.axon.commit.CommandRows;
import io.ordertrail.axon.personal.PersonalCipher;
import io.ordertrail.axon.personal.PersonalTypes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/**
 * Answers a repeated request from its first answer. The answer of an accepted command is written in the transaction of
 * its events, so neither is ever there without the other; a refusal, which leaves no events, in one of its own. What a
 * refusal quotes of what people wrote is kept encrypted, as the events are that it is from, and goes with its person.
 */
final class IdempotencyStore implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final CommandTargetResolver TARGETS =
            AnnotationCommandTargetResolver.builder().build();

    private final JdbcClient jdbc;
    private final TransactionManager transactions;
    private final ObjectMapper json;
    private final Supplier<EventStore> events;
    private final PersonalCipher cipher;
    private final Clock clock;

    /** @param events asked at the first need: it may be made after this */
    IdempotencyStore(
            JdbcClient jdbc,
            TransactionManager transactions,
            ObjectMapper json,
            Supplier<EventStore> events,
            PersonalCipher cipher,
            Clock clock) {
        this.events = events;
        this.cipher = cipher;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    private record Request(String scope, String key, String hash) {

        static Optional<Request> of(MetaData metaData) {
            return Optional.ofNullable(metaData.get(MetaKeys.IDEMPOTENCY_KEY))
                    .map(key -> new Request(
                            required(metaData, MetaKeys.IDEMPOTENCY_SCOPE),
                            (String) key,
                            required(metaData, MetaKeys.REQUEST_HASH)));
        }

        /** Where its answer is, for the cipher. */
        String place() {
            return "answer to " + scope + '\n' + key;
        }

        private static String required(MetaData metaData, String name) {
            return (String) Objects.requireNonNull(metaData.get(name), name);
        }
    }

    private record Kept(String hash, boolean accepted, String answer) {}

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Optional<Request> request = Request.of(work.getMessage().getMetaData());
        if (request.isEmpty()) {
            return chain.proceed();
        }
        Optional<Kept> kept = find(request.get());
        return kept.isPresent() ? again(request.get(), kept.get(), chain) : first(request.get(), work, chain);
    }

    private Object again(Request request, Kept kept, InterceptorChain chain) throws Exception {
        if (!kept.hash.equals(request.hash)) {
            throw new Refused(new IdempotencyKeyReused(request.key));
        }
        if (kept.accepted) {
            return json.readValue(kept.answer, Receipt.class).again();
        }
        String answer = cipher.decrypted(request.place(), kept.answer);
        if (answer.equals(Erased.TEXT)) {
            // Whom it is about is forgotten, which is the answer from now on.
            return chain.proceed();
        }
        throw new Refused(json.readValue(answer, RefusedBefore.class));
    }

    private Object first(Request request, UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        AtomicReference<String> refusal = new AtomicReference<>();
        if (work.parent().isPresent()) {
            // In a group. Where that fails, nothing is kept, and each command is handled again.
            work.root()
                    .onPrepareCommit(group ->
                            Optional.ofNullable(refusal.get()).ifPresent(refused -> keep(request, false, refused)));
        } else {
            // After the roll-back, which would take this row along; and, because what is said first is done last, after
            // the lock on the aggregate is given back. Those who wait for it may hold every connection that there is,
            // and this needs one.
            work.onCleanup(done -> Optional.ofNullable(refusal.get())
                    .ifPresent(refused -> transactions.executeInTransaction(() -> keepRefusal(request, refused))));
        }
        try {
            Receipt answer = (Receipt) chain.proceed();
            if (answer.replayed() && isAnotherRequests(answer, request, Correlation.idOf(work.getMessage()))) {
                throw new Refused(new IdempotencyKeyReused(request.key));
            }
            keep(request, true, json.writeValueAsString(answer));
            return answer;
        } catch (Refused no) {
            if (isFinal(no.refusal())) {
                refusal.set(written(request, work.getMessage(), no.refusal()));
            }
            throw no;
        }
    }

    private String written(Request request, CommandMessage<?> command, Refusal no) {
        String answer = json.writeValueAsString(RefusedBefore.of(no));
        return PersonalTypes.hold(no.getClass())
                ? cipher.encryptedOf(TARGETS.resolveTarget(command).getIdentifier(), request.place(), answer)
                : answer;
    }

    /**
     * An aggregate knows its commands for longer than their answers are kept here, but by their ids only, which follow
     * from the keys. Whether it was the same request tells the hash that is stored with its last event.
     */
    private boolean isAnotherRequests(Receipt answer, Request request, String commandId) {
        DomainEventStream stream = events.get().readEvents(answer.id(), answer.version());
        if (!stream.hasNext()) {
            return false;
        }
        MetaData last = stream.next().getMetaData();
        return commandId.equals(last.get(MetaKeys.CAUSATION_ID))
                && !(last.get(MetaKeys.REQUEST_HASH) instanceof String hash
                        && request.hash.equals(cipher.decrypted(MetaKeys.REQUEST_HASH, hash)));
    }

    /**
     * A caller who decided on an old version, asked for what is not there yet or lacked a role may try the very same
     * again; and a no to one attempt is no answer to the request.
     */
    private static boolean isFinal(Refusal refusal) {
        if (refusal instanceof OfAttempt) {
            return false;
        }
        return switch (refusal.kind()) {
            case CONFLICT, UNPROCESSABLE, GONE -> true;
            case FORBIDDEN, STALE, NOT_FOUND, UNAVAILABLE -> false;
        };
    }

    private Optional<Kept> find(Request request) {
        return jdbc.sql("select request_hash, accepted, answer from idempotency_key where scope = ? and idem_key = ?")
                .params(request.scope, request.key)
                .query((row, n) -> new Kept(row.getString(1), row.getBoolean(2), row.getString(3)))
                .optional();
    }

    private void keepRefusal(Request request, String answer) {
        try {
            keep(request, false, answer);
        } catch (ConcurrencyException e) {
            // The same request, at the same time, was answered already; its answer stands.
        }
    }

    private void keep(Request request, boolean accepted, String answer) {
        CommandRows.begin();
        try {
            jdbc.sql("insert into idempotency_key (scope, idem_key, request_hash, accepted, answer, created_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(request.scope, request.key, request.hash, accepted, answer, Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("The same request was faster", e);
        } catch (CannotAcquireLockException | QueryTimeoutException e) {
            throw new Refused(new RequestInProgress(request.key));
        }
    }

    /** Forgets answers given before {@code instant}. The order's id still makes a repeat the same order. */
    void forgetBefore(Instant instant) {
        jdbc.sql("delete from idempotency_key where created_at < ?")
                .param(Timestamp.from(instant))
                .update();
    }
}
