package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.command.payment.provider.ProviderAnswer.Succeeded;
import java.util.Optional;

/** Money that moves by people's hands: what they say has happened. */
public final class ManualProvider implements PaymentProvider {

    private static final ProviderAnswer DONE = new Succeeded(null);

    @Override
    public String name() {
        return PaymentChoice.MANUAL;
    }

    /** Nobody can be asked to promise it ({@link Providers#mustTake}). */
    @Override
    public boolean takes(PaymentChoice choice) {
        return false;
    }

    @Override
    public ProviderAnswer authorize(ProviderRequest request) {
        return DONE;
    }

    @Override
    public ProviderAnswer capture(ProviderRequest request) {
        return DONE;
    }

    @Override
    public ProviderAnswer voidAuthorization(ProviderRequest request) {
        return DONE;
    }

    @Override
    public ProviderAnswer refund(ProviderRequest request) {
        return DONE;
    }

    @Override
    public Optional<ProviderAnswer> lookup(ProviderRequest request) {
        return Optional.of(DONE);
    }
}
