package io.ordertrail.command.payment;

import io.ordertrail.command.payment.ProviderAnswer.Unknown;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the right provider the right question. Whatever goes wrong means that nothing is known, and never a no. */
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Providers providers;
    private final TimeLimit limit;

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
            if (called) {
                Optional<ProviderAnswer> known = limit.call(() -> provider.lookup(request));
                if (known.isPresent()) {
                    return known.get();
                }
            }
            ProviderAnswer answer = limit.call(() -> call(provider, request));
            return answer == null ? new Unknown("The provider answered nothing.") : answer;
        } catch (TimeoutException e) {
            return new Unknown("The provider did not answer in time.");
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("The provider failed at {}", request.providerKey(), e);
            return new Unknown("The call of the provider failed.");
        }
    }

    private static ProviderAnswer call(PaymentProvider provider, ProviderRequest request) throws Exception {
        return switch (request.operation()) {
            case AUTHORIZE -> provider.authorize(request);
            case CAPTURE -> provider.capture(request);
            case VOID -> provider.voidAuthorization(request);
            case REFUND -> provider.refund(request);
            case UNKNOWN -> new Unknown("This release does not know what was asked for.");
        };
    }
}
