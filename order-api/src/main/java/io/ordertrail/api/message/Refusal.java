package io.ordertrail.api.message;

import java.util.List;
import java.util.Locale;

/**
 * A rule's no, as data: it crosses processes with its type and details, and becomes one problem type at the front door
 * (RFC 9457). Each implementation is a record in the sealed interface of its subject.
 */
public interface Refusal {

    /** What sort of no it is; the front door maps each to one HTTP status. */
    enum Kind {
        /** There is no such thing, or it is not the caller's to see. */
        NOT_FOUND,
        /** There was such a thing, and it is forgotten for ever. */
        GONE,
        /** The caller's role does not allow it. */
        FORBIDDEN,
        /** A rule forbids it in the present state. */
        CONFLICT,
        /** The caller decided on an older version than the present one. */
        STALE,
        /** Well-formed, but its meaning is wrong in any state. */
        UNPROCESSABLE,
        /** It cannot be answered at this moment, for any caller: try again later. */
        UNAVAILABLE
    }

    /**
     * A part of the request that is at fault.
     *
     * @param pointer a JSON Pointer (RFC 6901) into the request's body
     * @param code a {@link FaultCode}, or the code of the refusal
     */
    record Fault(String pointer, String code, String message) {

        public Fault(String pointer, FaultCode code, String message) {
            this(pointer, code.name(), message);
        }
    }

    /** Most often a rule forbids it in the present state. */
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** A refusal of {@link Kind#NOT_FOUND}. */
    interface NotFound extends Refusal {
        @Override
        default Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** A refusal of {@link Kind#UNPROCESSABLE}. */
    interface Unprocessable extends Refusal {
        @Override
        default Kind kind() {
            return Kind.UNPROCESSABLE;
        }
    }

    /** A refusal of {@link Kind#FORBIDDEN}. */
    interface Forbidden extends Refusal {
        @Override
        default Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** A refusal of {@link Kind#UNAVAILABLE}. */
    interface Temporary extends Refusal {
        @Override
        default Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    /** One sentence for a person, without class names or stored secrets: most often its {@link Sentence}. */
    default String detail() {
        return SentenceReader.read(this);
    }

    /** Upper snake case of the type's name, stable for programs: {@code ALREADY_DISPATCHED}. */
    default String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** The parts of the request at fault, if they are known. */
    default List<Fault> faults() {
        return List.of();
    }
}
