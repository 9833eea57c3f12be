package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentChoice;
import java.util.Optional;

/**
 * Somebody who promises, takes and gives back money: a bank, a card processor, a wallet. A Spring bean of this type is
 * found by itself; {@code docs/how-to/write-a-payment-provider.md} shows one.
 *
 * <p>The service has stored what it asks before it asks it, and calls outside any transaction, from threads of its own,
 * several at a time. What a provider must hold to:
 *
 * <ul>
 *   <li><b>One key, one effect.</b> {@link ProviderRequest#providerKey} names the request for ever. A second call with
 *       the same key is the same request: it must have no second effect and should be answered like the first. Hand it
 *       to the other side as its idempotency key.
 *   <li><b>Failed is for ever.</b> {@link ProviderAnswer.Failed} says that it did not happen and never will. Whoever is
 *       not sure answers {@link ProviderAnswer.Unknown}.
 *   <li><b>No answer is Unknown.</b> An exception, and a call that takes longer than
 *       {@code ordertrail.payment.provider-timeout}, count as Unknown. Give the call a time limit of its own that is
 *       shorter: nothing else ends it, unless it {@linkplain #isInterruptible may be interrupted}.
 *   <li><b>Look-ups change nothing</b>, or only what the call itself would have changed.
 * </ul>
 *
 * <p>An answer that comes later, on the provider's own initiative, comes in by its webhook.
 */
public interface PaymentProvider {

    /** What {@link PaymentChoice#method} says: 1 to 32 capital letters, digits and underscores, the same for ever. */
    String name();

    /** Whether new payments may be made with it here. It answers for those that it has all the same. */
    default boolean isOpen() {
        return true;
    }

    /** Whether {@code choice}, which names this provider, has all that it needs: an account, a token. */
    boolean takes(PaymentChoice choice);

    /**
     * Whether a call that takes too long, or is under way when the process ends, may be interrupted. Only where none of
     * the calls ever uses this service's database, not even by a command: an interrupt there would close an embedded
     * one for all.
     *
     * <p>Where it may not, such a call goes on, and what it says in the end counts.
     */
    default boolean isInterruptible() {
        return false;
    }

    /**
     * Whether its calls are nothing but commands to this service. Then the first call is made in the transaction that
     * stores the answer. Where it throws, nothing is stored, and it is made again.
     */
    default boolean isInService() {
        return false;
    }

    /** Promises the amount; it is not taken yet. */
    ProviderAnswer authorize(ProviderRequest request) throws Exception;

    /** Takes the amount, which may be a part of what was promised. */
    ProviderAnswer capture(ProviderRequest request) throws Exception;

    /** Gives up all that was promised and not taken, which is the amount. */
    ProviderAnswer voidAuthorization(ProviderRequest request) throws Exception;

    /** Gives back the amount, which may be a part of what was taken. */
    ProviderAnswer refund(ProviderRequest request) throws Exception;

    /**
     * Says what became of a request that was, or may have been, made before.
     *
     * @return empty only where the request never arrived, and one that is still on its way would have no effect either
     *     or the same: it is then made, under the same key
     */
    Optional<ProviderAnswer> lookup(ProviderRequest request) throws Exception;
}
