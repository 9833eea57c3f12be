package io.ordertrail.command.payment.provider;

import io.ordertrail.command.payment.provider.ProviderAnswer.Unknown;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the right provider the right question. Whatever goes wrong means that nothing is known, and never a no. While a
 * call that was given up on goes on, the same request is looked up, and not made again.
 */
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Providers providers;
    private final TimeLimit limit;
    private final Set<String> goingOn = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<ProviderAnswer>> unheard = new ConcurrentHashMap<>();

    Calls(Providers providers, TimeLimit limit) {
        this.providers = providers;
        this.limit = limit;
    }

    /**
     * What the provider says.
     *
     * @param called whether it was called before, or may have been: then it is asked about that first
     * @throws InterruptedException this process ends
     */
    ProviderAnswer ask(ProviderRequest request, boolean called) throws InterruptedException {
        try {
            PaymentProvider provider = providers.named(request.choice().method());
            ProviderAnswer answer = provider.isInterruptible()
                    ? limit.callInterruptibly(() -> say(provider, request, called))
                    : askCalmly(provider, request, called);
            return orUnknown(answer);
        } catch (TimeoutException e) {
            return new Unknown("The provider did not answer in time.");
        } catch (CancellationException e) {
            // No outcome is recorded: the next process asks the provider about the call as soon as it starts.
            InterruptedException ended = new InterruptedException("This process ends before the provider has answered");
            ended.initCause(e);
            throw ended;
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("The provider failed at {}", request.providerKey(), e);
            return new Unknown("The call of the provider failed.");
        }
    }

    /**
     * What a provider says that is a part of this service. What fails is nobody's answer.
     *
     * @throws Exception its commands had no answer
     */
    ProviderAnswer askInService(ProviderRequest request) throws Exception {
        return orUnknown(say(providers.named(request.choice().method()), request, false));
    }

    private @Nullable ProviderAnswer askCalmly(PaymentProvider provider, ProviderRequest request, boolean called)
            throws TimeoutException, ExecutionException, InterruptedException {
        String key = request.providerKey();
        if (goingOn.contains(key)) {
            return limit.await(limit.begin(() -> provider.lookup(request)))
                    .orElseGet(() -> new Unknown("The provider is still being asked."));
        }
        CompletableFuture<ProviderAnswer> answer = limit.begin(() -> say(provider, request, called));
        try {
            return limit.await(answer);
        } catch (TimeoutException e) {
            goingOn.add(key);
            unheard.put(key, answer);
            throw e;
        }
    }

    /** Has {@code late} hear what the call of {@code providerKey} says in the end, where it was given up on. */
    void hearLate(String providerKey, Consumer<ProviderAnswer> late) {
        CompletableFuture<ProviderAnswer> answer = unheard.remove(providerKey);
        if (answer == null) {
            return;
        }
        answer.whenComplete((said, failure) -> {
            goingOn.remove(providerKey);
            if (failure != null) {
                LOG.warn("The provider failed at {}, after its time limit", providerKey, failure);
            } else if (said != null && !(said instanceof Unknown)) {
                late.accept(said);
            }
        });
    }

    private static @Nullable ProviderAnswer say(PaymentProvider provider, ProviderRequest request, boolean called)
            throws Exception {
        if (called) {
            Optional<ProviderAnswer> known = provider.lookup(request);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return switch (request.operation()) {
            case AUTHORIZE -> provider.authorize(request);
            case CAPTURE -> provider.capture(request);
            case VOID -> provider.voidAuthorization(request);
            case REFUND -> provider.refund(request);
            case UNKNOWN -> new Unknown("This release does not know what was asked for.");
        };
    }

    private static ProviderAnswer orUnknown(@Nullable ProviderAnswer answer) {
        return answer == null ? new Unknown("The provider answered nothing.") : answer;
    }
}
