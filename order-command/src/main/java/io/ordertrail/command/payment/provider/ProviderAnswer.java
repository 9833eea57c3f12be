package io.ordertrail.command.payment.provider;

import org.jspecify.annotations.Nullable;

/** What a provider says to a request. */
public sealed interface ProviderAnswer {

    /**
     * It is done.
     *
     * @param reference by which the provider knows it, at most 200 characters, of this payment alone (rule P5); null
     *     where it goes by our key
     */
    record Succeeded(@Nullable String reference) implements ProviderAnswer {}

    /** It was not done and never will be. {@code reason} is for people; the first 200 characters are kept. */
    record Failed(String reason) implements ProviderAnswer {}

    /**
     * It may have been done. It is looked up later. {@code reason} is for people; the first 200 characters are kept.
     */
    record Unknown(String reason) implements ProviderAnswer {}
}
