package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.json.JsonBuffers;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.verification.EventScan.End;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** I1: what a client was told is what is stored. Reads the table of kept answers, which order-axon writes. */
final class IdempotencyCheck {

    private static final JsonMapper JSON = JsonBuffers.mapper().build();

    private final Tally kept =
            new Tally("I1", "Every acknowledged command's events are stored, up to the version in the answer");
    private final JdbcClient jdbc;
    private final EventStore store;
    private final EventScan events;

    IdempotencyCheck(JdbcClient jdbc, EventStore store, EventScan events) {
        this.jdbc = jdbc;
        this.store = store;
        this.events = events;
    }

    Check check() {
        jdbc.sql("select scope, idem_key, answer from idempotency_key where accepted = true")
                .withFetchSize(1000)
                .query(row -> {
                    check(row.getString(1), row.getString(2), row.getString(3));
                });
        return kept.check();
    }

    private void check(String scope, String key, String answer) {
        kept.look();
        Told told = told(answer);
        if (told == null) {
            kept.breach("%s / %s: the answer is no receipt".formatted(scope, key));
            return;
        }
        End stored = told.again ? toldBefore(told.end) : stored(scope, key, told.end.aggregate());
        if (!told.end.equals(stored)) {
            kept.breach("%s / %s: told event %d of %s, stored %s"
                    .formatted(
                            scope,
                            key,
                            told.end.sequence(),
                            told.end.aggregate(),
                            stored == null ? "none" : "event " + stored.sequence() + " of " + stored.aggregate()));
        }
    }

    /** @param again whether the command itself changed nothing: what it asked for had been done before */
    private record Told(End end, boolean again) {}

    private static @Nullable Told told(String answer) {
        try {
            JsonNode receipt = JSON.readTree(answer);
            JsonNode version = receipt.path("version");
            JsonNode id = receipt.path("id");
            return id.isString() && version.isIntegralNumber()
                    ? new Told(
                            new End(id.asString(), version.asLong()),
                            receipt.path("replayed").asBoolean(false))
                    : null;
        } catch (JacksonException e) {
            // No JSON is no receipt either.
            return null;
        }
    }

    /** What was done before is stored under the key of another command. */
    private @Nullable End toldBefore(End told) {
        long last = store.lastSequenceNumberFor(told.aggregate()).orElse(-1L);
        return last >= told.sequence() ? told : null;
    }

    private @Nullable End stored(String scope, String key, String aggregate) {
        End stored = events.endOf(scope, key);
        return stored == null ? storedSince(scope, key, aggregate) : stored;
    }

    /** Orders go on being placed meanwhile: an answer may be younger than the end of the pass. */
    private @Nullable End storedSince(String scope, String key, String aggregate) {
        try {
            // From the first event on; a snapshot would hide the earlier ones.
            return store.readEvents(aggregate, 0)
                    .asStream()
                    .filter(event -> scope.equals(event.getMetaData().get(MetaKeys.IDEMPOTENCY_SCOPE))
                            && key.equals(event.getMetaData().get(MetaKeys.IDEMPOTENCY_KEY)))
                    .map(DomainEventMessage::getSequenceNumber)
                    .max(Long::compare)
                    .map(sequence -> new End(aggregate, sequence))
                    .orElse(null);
        } catch (SerializationException e) {
            // What cannot be read is not there; the pass has named it.
            return null;
        }
    }
}
