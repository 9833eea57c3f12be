package io.ordertrail.axon.message;

/** Names of the metadata that travels with every message and is stored with every event: who did this, and why. */
public final class MetaKeys {

    /** Id of the person or program that caused it. */
    public static final String ACTOR = "actor";

    /** Its roles at that moment, separated by commas. */
    public static final String ROLES = "roles";

    /** By what the actor was known: {@code key:} and the id of an API key, or {@code local}. */
    public static final String CREDENTIAL = "credential";

    /** Address of the network from which the request came. */
    public static final String ADDRESS = "address";

    /** Of what a process does, the actor whose deed it follows from. */
    public static final String ON_BEHALF_OF = "onBehalfOf";

    /** What the credential is good for, where that is less than its roles allow; not stored with events. */
    public static final String GRANTS = "grants";

    /** Id of the whole conversation, the same from the first request to the last event. */
    public static final String CORRELATION_ID = "correlationId";

    /**
     * Id of a command, the same for every repeat of the same request. The message's own identifier is another at each
     * sending: Axon Server refuses a second message with the identifier of one that is on its way.
     */
    public static final String COMMAND_ID = "commandId";

    /** Id of the message that caused this one; of an event, its command. */
    public static final String CAUSATION_ID = "causationId";

    /** Of what a process does, the id of the event to which it reacts. */
    public static final String CAUSING_EVENT = "causingEvent";

    /** W3C trace id of the request. */
    public static final String TRACE_ID = "traceId";

    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** Caller and route, within which an idempotency key means one thing. */
    public static final String IDEMPOTENCY_SCOPE = "idempotencyScope";

    /** SHA-256 of the request, to tell a repeat from another request with the same key. */
    public static final String REQUEST_HASH = "requestHash";

    /** Version on which the caller decided (If-Match); a long, {@link #NONE_YET} where there must not be one. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    /** The version of what is not there: every version is 0 or more. */
    public static final long NONE_YET = -1;

    /** How often this command was tried before because another was faster; an int, absent at the first try. */
    public static final String ATTEMPT = "attempt";

    /**
     * Where the event stands in the event store; a number. It is never stored, only told to who reads the stream of all
     * events from a database. With Axon Server, the event's token tells it.
     */
    public static final String POSITION = "position";

    /**
     * True for an event that was read out of a stored one together with others, of which it is not the last. It is
     * never stored.
     */
    public static final String CONTINUED = "continued";

    /**
     * Of an event that was read out of a stored one together with others, the id of the stored one; absent at the
     * first, whose own that is. It is never stored.
     */
    public static final String STORED_EVENT = "storedEvent";

    /** How many seconds a query may take; a number. */
    public static final String LIMIT = "limit";

    private MetaKeys() {}
}
