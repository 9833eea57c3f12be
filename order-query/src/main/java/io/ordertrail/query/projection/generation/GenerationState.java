package io.ordertrail.query.projection.generation;

/** What a generation is for. */
public enum GenerationState {
    NEW,
    FILLING,
    PREPARING,
    PREPARED,
    LIVE,
    KEPT,
    DROPPED
}
