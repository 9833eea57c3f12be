package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;

/** Why something about a key is refused. */
public sealed interface KeyRefusal extends Refusal {

    @Named("access.refusal.KeyNotFound")
    @Sentence("There is no live key {id}.")
    record KeyNotFound(String id) implements KeyRefusal, NotFound {}

    @Named("access.refusal.KeyNameTaken")
    @Sentence("A live key has the name {name}.")
    record KeyNameTaken(String name) implements KeyRefusal {}
}
