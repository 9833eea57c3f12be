package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentChoice;
import java.util.Optional;

/** A provider that is there and must not be asked. It takes the token {@code ok}. */
public record NoProvider(String name) implements PaymentProvider {

    @Override
    public boolean takes(PaymentChoice choice) {
        return "ok".equals(choice.token());
    }

    @Override
    public ProviderAnswer authorize(ProviderRequest request) {
        throw new AssertionError(request);
    }

    @Override
    public ProviderAnswer capture(ProviderRequest request) {
        throw new AssertionError(request);
    }

    @Override
    public ProviderAnswer voidAuthorization(ProviderRequest request) {
        throw new AssertionError(request);
    }

    @Override
    public ProviderAnswer refund(ProviderRequest request) {
        throw new AssertionError(request);
    }

    @Override
    public Optional<ProviderAnswer> lookup(ProviderRequest request) {
        throw new AssertionError(request);
    }
}
