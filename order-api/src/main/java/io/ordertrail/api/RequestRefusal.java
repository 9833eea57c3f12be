package io.ordertrail.api;

import java.util.List;

/** Refusals that concern a request whatever its subject. */
public sealed interface RequestRefusal extends Refusal {

    /** The same idempotency key came with another body. */
    @Named("request.refusal.IdempotencyKeyReused")
    record IdempotencyKeyReused(String key) implements RequestRefusal {
        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }

        @Override
        public String detail() {
            return "The Idempotency-Key " + key + " was already used for another request.";
        }
    }

    /** The first request with this key is still being worked on. */
    @Named("request.refusal.RequestInProgress")
    record RequestInProgress(String key) implements RequestRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "A request with the Idempotency-Key " + key + " is still being worked on.";
        }
    }

    /** A parameter of a query means nothing: a cursor of another list, an amount beyond all bounds, a limit of 0. */
    @Named("request.refusal.InvalidQuery")
    record InvalidQuery(List<Fault> faults) implements RequestRefusal {

        /** @param parameter the query's field at fault, such as {@code after} */
        public static InvalidQuery of(String parameter, String message) {
            return new InvalidQuery(List.of(new Fault("/" + parameter, "INVALID_PARAMETER", message)));
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

    /** Another command on the same thing was faster, and nothing of this one was stored: it may simply be sent again. */
    @Named("request.refusal.OutrunByAnother")
    record OutrunByAnother() implements RequestRefusal {
        @Override
        public Kind kind() {
            return Kind.STALE;
        }

        @Override
        public String detail() {
            return "Another request changed it at the same time.";
        }
    }

    /** The no that this very request met before, told again. */
    @Named("request.refusal.RefusedBefore")
    record RefusedBefore(Kind kind, String code, String detail, List<Fault> faults) implements RequestRefusal {

        public static RefusedBefore of(Refusal refusal) {
            return new RefusedBefore(refusal.kind(), refusal.code(), refusal.detail(), refusal.faults());
        }
    }
}
