package io.ordertrail.api.message;

import java.time.Instant;
import java.util.List;

/** Refusals that concern a request whatever its subject. */
public sealed interface RequestRefusal extends Refusal {

    /**
     * A refusal of one attempt only: it decides nothing about the request, and is not kept as the answer to its
     * repeats. A step that meets one is sent again. Refusals of any subject may be such.
     */
    interface OfAttempt extends Refusal {}

    /** The request is invalid whatever the state of its subject. {@code faults} has at least one. */
    @Named("request.refusal.InvalidRequest")
    record InvalidRequest(List<Fault> faults) implements RequestRefusal, Unprocessable {
        @Override
        public String detail() {
            return faults.get(0).message();
        }
    }

    /**
     * {@code at} lies in the future or before what it follows. Both bounds are possible themselves. Of the moment,
     * because the future of a clock that is ahead comes soon.
     */
    @Named("request.refusal.ImpossibleTime")
    @Sentence("at must lie between {notBefore} and {notAfter}, not at {at}.")
    record ImpossibleTime(Instant at, Instant notBefore, Instant notAfter)
            implements RequestRefusal, OfAttempt, Unprocessable {

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/at", code(), detail()));
        }
    }

    /** The caller has none of the roles of which this needs one. */
    @Named("request.refusal.MissingRole")
    @Sentence("This needs one of the roles {anyOf}.")
    record MissingRole(List<Role> anyOf) implements RequestRefusal, Forbidden {

        public static MissingRole of(Role... anyOf) {
            return new MissingRole(List.of(anyOf));
        }
    }

    /** The caller's key is not good for this, whatever the caller's roles. */
    @Named("request.refusal.MissingGrant")
    @Sentence("This key is not good for this: {resource}, {level}.")
    record MissingGrant(String resource, String level) implements RequestRefusal, Forbidden {}

    /** The caller decided on another version (If-Match) than the present one. */
    @Named("request.refusal.StaleVersion")
    @Sentence("The resource is at version {currentVersion}; the request expected version {expectedVersion}.")
    record StaleVersion(long expectedVersion, long currentVersion) implements RequestRefusal {
        @Override
        public Kind kind() {
            return Kind.STALE;
        }
    }

    /**
     * The view has not reached the version that the caller asked for; try again.
     *
     * @param onItsWay whether that version is stored, so that the view will have it in a moment
     */
    @Named("request.refusal.ViewBehind")
    @Sentence("The view is at version {currentVersion}; the request asked for version {wantedVersion}.")
    record ViewBehind(long wantedVersion, long currentVersion, boolean onItsWay) implements RequestRefusal {

        public ViewBehind(long wantedVersion, long currentVersion) {
            this(wantedVersion, currentVersion, false);
        }

        @Override
        public Kind kind() {
            return Kind.STALE;
        }
    }

    /** Too many readers wait for views already; try again. */
    @Named("request.refusal.TooManyWaiting")
    @Sentence("Too many requests are waiting for recent changes to become readable; try again.")
    record TooManyWaiting() implements RequestRefusal, OfAttempt, Temporary {}

    /** What follows from earlier orders is so far behind that another one would wait too long; nothing is stored. */
    @Named("request.refusal.Overloaded")
    @Sentence("{waiting} events of earlier orders wait to be processed; place this order again later.")
    record Overloaded(long waiting) implements RequestRefusal, OfAttempt, Temporary {}

    /**
     * {@code subject} holds something that a later release of the service has stored and this one does not know. What
     * would be decided or shown without it could be wrong; a node of that release can answer.
     */
    @Named("request.refusal.LaterRelease")
    @Sentence("{subject} holds {what}, which a later release of this service has stored; try again.")
    record LaterRelease(String subject, String what) implements RequestRefusal, OfAttempt, Temporary {}

    /** The same idempotency key came with another body. */
    @Named("request.refusal.IdempotencyKeyReused")
    @Sentence("The Idempotency-Key {key} was already used for another request.")
    record IdempotencyKeyReused(String key) implements RequestRefusal, OfAttempt, Unprocessable {}

    /** The first request with this key is still being worked on. */
    @Named("request.refusal.RequestInProgress")
    @Sentence("A request with the Idempotency-Key {key} is still being worked on.")
    record RequestInProgress(String key) implements RequestRefusal, OfAttempt {}

    /** A parameter of a query has no meaning: a cursor of another list, an amount out of bounds, a limit of 0. */
    @Named("request.refusal.InvalidQuery")
    record InvalidQuery(List<Fault> faults) implements RequestRefusal, OfAttempt {

        /** @param parameter the query's field at fault, such as {@code after} */
        public static InvalidQuery of(String parameter, String message) {
            return new InvalidQuery(List.of(new Fault("/" + parameter, FaultCode.INVALID_PARAMETER, message)));
        }

        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }

        @Override
        public String detail() {
            return faults.get(0).message();
        }
    }

    /** Another command on the same subject was faster, and nothing of this one was stored: it can be sent again. */
    @Named("request.refusal.OutrunByAnother")
    @Sentence("Another request changed the same resource at the same time; send this one again.")
    record OutrunByAnother() implements RequestRefusal, OfAttempt {
        @Override
        public Kind kind() {
            return Kind.STALE;
        }
    }

    /** It cannot be decided at this moment: try again later. */
    @Named("request.refusal.NotYet")
    record NotYet(String detail) implements OfAttempt {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** The refusal that the same request met before, repeated. */
    @Named("request.refusal.RefusedBefore")
    record RefusedBefore(Kind kind, String code, String detail, List<Fault> faults)
            implements RequestRefusal, OfAttempt {

        public static RefusedBefore of(Refusal refusal) {
            return new RefusedBefore(refusal.kind(), refusal.code(), refusal.detail(), refusal.faults());
        }
    }

    /** P7: who has asked for something cannot be who approves it. */
    @Named("request.refusal.SecondPersonNeeded")
    @Sentence("{actor} has asked for {number} and cannot approve it: somebody else must.")
    record SecondPersonNeeded(int number, String actor) implements RequestRefusal, Forbidden {}

    @Named("request.refusal.ApprovalNotFound")
    @Sentence("Nothing of the number {number} waits for a second person.")
    record ApprovalNotFound(int number) implements RequestRefusal, NotFound {}
}
