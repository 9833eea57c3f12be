package io.ordertrail.command.payment.provider;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentRefusal.PaymentChoiceInvalid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every provider that this node can ask, by name. */
public final class Providers {

    private static final Pattern NAME = Pattern.compile("[A-Z0-9_]{1,32}");

    private final Map<String, PaymentProvider> byName = new TreeMap<>();

    public Providers(List<PaymentProvider> providers) {
        for (PaymentProvider provider : providers) {
            String name = provider.name();
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("A payment provider cannot be called '" + name + "'");
            }
            if (byName.put(name, provider) != null) {
                throw new IllegalArgumentException("Two payment providers are called " + name);
            }
        }
    }

    /** @throws IllegalStateException this node has no provider of that name */
    PaymentProvider named(String name) {
        PaymentProvider provider = byName.get(name);
        if (provider == null) {
            throw new IllegalStateException("This node has no payment provider " + name);
        }
        return provider;
    }

    /** Whether the provider of this name is here, and a part of this service. */
    boolean isInService(String name) {
        PaymentProvider provider = byName.get(name);
        return provider != null && provider.isInService();
    }

    /** @throws Refused with {@link PaymentChoiceInvalid} where nobody could be asked for this money */
    public void mustTake(@Nullable PaymentChoice choice) {
        faultOf(choice).ifPresent(fault -> {
            throw new Refused(new PaymentChoiceInvalid(List.of(fault)));
        });
    }

    /** Why nobody could be asked for this money, if so; where in {@code choice} that lies. */
    public Optional<Fault> faultOf(@Nullable PaymentChoice choice) {
        PaymentProvider provider = choice == null || choice.method() == null ? null : byName.get(choice.method());
        // What staff record is there already; nobody can be asked to promise it.
        if (choice == null
                || provider == null
                || !provider.isOpen()
                || choice.method().equals(PaymentChoice.MANUAL)) {
            return Optional.of(new Fault("/method", FaultCode.UNSUPPORTED_METHOD, "There is no such way to pay here."));
        }
        return provider.takes(choice)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "/method",
                        FaultCode.INCOMPLETE_METHOD,
                        choice.method() + " needs more, or other, details than these."));
    }
}
