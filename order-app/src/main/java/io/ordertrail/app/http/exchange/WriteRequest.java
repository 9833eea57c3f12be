package io.ordertrail.app.http.exchange;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.input.CachedBodyRequest;
import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A request that changes something: who asks, under which idempotency key, and on which version they decided. An
 * endpoint that takes one refuses requests without a key, unless it is a PUT.
 */
public final class WriteRequest {

    public static final String KEY_HEADER = "Idempotency-Key";
    public static final String IF_MATCH = "If-Match";
    public static final int MAX_KEY_LENGTH = 255;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private static final Long NO_VERSION = MetaKeys.NONE_YET;

    private final Caller caller;
    private final Idempotency idempotency;
    private final Optional<EntityTags> ifMatch;
    private final Optional<EntityTags> ifNoneMatch;

    private WriteRequest(
            Caller caller, Idempotency idempotency, Optional<EntityTags> ifMatch, Optional<EntityTags> ifNoneMatch) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.ifNoneMatch = ifNoneMatch;
    }

    public static WriteRequest of(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        String key = Caller.single(request, KEY_HEADER).orElseGet(() -> ownKey(request));
        if (!KEY.matcher(key).matches()) {
            throw Caller.malformed(KEY_HEADER, "must be 1 to " + MAX_KEY_LENGTH + " printable ASCII characters");
        }
        String scope = caller.actor() + " " + request.getMethod() + " " + request.getServletPath();
        return new WriteRequest(
                caller,
                new Idempotency(scope, key, CachedBodyRequest.hash(request)),
                EntityTags.of(IF_MATCH, ReadRequest.joined(request, IF_MATCH)),
                HttpMethod.PUT.matches(request.getMethod())
                        ? EntityTags.of(
                                ReadRequest.IF_NONE_MATCH, ReadRequest.joined(request, ReadRequest.IF_NONE_MATCH))
                        : Optional.empty());
    }

    /** As {@link #of}, of one line of a batch, which names its key itself. */
    static WriteRequest ofLine(Caller caller, HttpServletRequest batch, String key, byte[] line) {
        if (!KEY.matcher(key).matches()) {
            throw Rejected.malformed(Problem.Fault.body(
                    "/idempotencyKey",
                    FaultCode.MALFORMED_KEY,
                    "This must be 1 to " + MAX_KEY_LENGTH + " printable ASCII characters."));
        }
        String scope = caller.actor() + " " + batch.getMethod() + " " + batch.getServletPath();
        return new WriteRequest(
                caller, new Idempotency(scope, key, CachedBodyRequest.hash(line)), Optional.empty(), Optional.empty());
    }

    /** A PUT says how something shall be, so that a repeat does nothing anyway: it needs no name. */
    private static String ownKey(HttpServletRequest request) {
        if (HttpMethod.PUT.matches(request.getMethod())) {
            return UUID.randomUUID().toString();
        }
        throw Rejected.malformed(Problem.Fault.header(
                KEY_HEADER,
                FaultCode.MISSING_IDEMPOTENCY_KEY,
                "The header " + KEY_HEADER + " is required, so that a repeat does nothing twice."));
    }

    /** @throws Rejected the caller does not say on which version they decided */
    public WriteRequest onAVersion() {
        if (ifMatch.isEmpty()) {
            throw Rejected.unconditional();
        }
        return this;
    }

    /** From what ids of new things are derived, so that a repeat asks for the same thing. */
    public String seed() {
        return idempotency.seed();
    }

    /** The context of a query on behalf of this change, and of what is asked while its answer waits. */
    public RequestContext asking() {
        return caller.context(idempotency, null);
    }

    /** The context of a command that makes something new, which has no version yet that If-Match could mean. */
    public RequestContext creating() {
        if (ifMatch.isPresent() && !ifMatch.get().any()) {
            throw Rejected.stale(null);
        }
        return caller.context(idempotency, null);
    }

    /**
     * The context of a command to a whole about one of its parts: If-Match means the part, of which whoever decides
     * knows no version. Where it does not match, the command is sent on a version that there never is: a repeat is then
     * answered as the first time, and everything else is refused as stale.
     *
     * @param current the part's version now
     */
    public RequestContext changingPart(long current) {
        boolean matches = ifMatch.isEmpty() || ifMatch.get().matchStrongly(current);
        return caller.context(idempotency, matches ? null : NO_VERSION);
    }

    /**
     * The context of a command that puts something in its place (RFC 9110, 9.3.4 and 13.1): with If-Match it may only
     * change what is there, else only make what is not. Where it is not so, the command is refused as stale, a repeat
     * apart.
     *
     * @param current its version now, empty where there is none
     * @throws Rejected If-Match means something, and there is nothing; or If-None-Match means more than {@code *}
     */
    public RequestContext putting(Supplier<Optional<Long>> current) {
        if (ifNoneMatch.isPresent() && !ifNoneMatch.get().any()) {
            throw Caller.malformed(ReadRequest.IF_NONE_MATCH, "must be * here");
        }
        if (ifMatch.isEmpty() || ifNoneMatch.isPresent()) {
            return caller.context(idempotency, NO_VERSION);
        }
        if (ifMatch.get().any() && current.get().isEmpty()) {
            throw Rejected.stale(null);
        }
        return changing(() -> current.get().orElseThrow(() -> Rejected.stale(null)));
    }

    /** Whether nothing says on which version the caller decided. */
    public boolean isUnconditional() {
        return ifMatch.isEmpty() && ifNoneMatch.isEmpty();
    }

    /**
     * Why what was {@linkplain #putting put} is not in its place.
     *
     * @param current its version now, null where there is none
     */
    public RuntimeException notPut(@Nullable Long current) {
        if (isUnconditional()) {
            return Rejected.unconditional();
        }
        return ifNoneMatch.isPresent() && current != null ? Rejected.exists(current) : Rejected.stale(current);
    }

    /**
     * The context of a command to something that exists.
     *
     * @param current its version now; asked only where If-Match leaves several versions, or none, to choose from
     */
    public RequestContext changing(LongSupplier current) {
        if (ifMatch.isEmpty() || ifMatch.get().any()) {
            return caller.context(idempotency, null);
        }
        EntityTags tags = ifMatch.get();
        long expected = tags.onlyVersion().orElseGet(() -> {
            long version = current.getAsLong();
            if (!tags.matchStrongly(version)) {
                throw Rejected.stale(version);
            }
            return version;
        });
        return caller.context(idempotency, expected);
    }
}
