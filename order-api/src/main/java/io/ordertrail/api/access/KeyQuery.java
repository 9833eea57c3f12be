package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;

/** What can be asked about the keys of programs. */
public sealed interface KeyQuery {

    /** All keys, the oldest first, without what is secret of them: {@link KeyList}. */
    @Named("access.ListKeys")
    record ListKeys() implements KeyQuery {}
}
