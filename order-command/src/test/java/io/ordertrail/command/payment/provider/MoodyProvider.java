package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.command.payment.provider.ProviderAnswer.Succeeded;
import io.ordertrail.command.payment.provider.ProviderAnswer.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A provider that misbehaves as its token says. Its books outlive the service, as those of a real one do. */
final class MoodyProvider implements PaymentProvider {

    static final String NAME = "MOODY";

    /** Never says anything. */
    static final String SILENT = "silent";

    /** Does it, and never returns from the call. */
    static final String HANGING = "hanging";

    /** Never returns from the first call, and has not done it; the second one is done. */
    static final String HANGING_BEFORE = "hanging-before";

    /** Breaks the first call before it arrives. */
    static final String FAILING_ONCE = "failing-once";

    /** Tells a reference that it told somebody else. */
    static final String STEALING = "stealing";

    static final List<String> MOODS = List.of(SILENT, HANGING, HANGING_BEFORE, FAILING_ONCE, STEALING);

    private static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> LOOK_UPS = new ConcurrentHashMap<>();
    private static final Set<String> DONE = ConcurrentHashMap.newKeySet();

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        PaymentProvider moodyProvider() {
            return new MoodyProvider();
        }
    }

    /** How often it was called, whatever for. */
    static int calls(String paymentId) {
        return count(CALLS, paymentId).get();
    }

    static int lookUps(String paymentId) {
        return count(LOOK_UPS, paymentId).get();
    }

    /** How many things it did. */
    static long effects(String paymentId) {
        return DONE.stream().filter(key -> key.startsWith(paymentId)).count();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(PaymentChoice choice) {
        return MOODS.contains(choice.token());
    }

    @Override
    public boolean isInterruptible() {
        return true;
    }

    @Override
    public ProviderAnswer authorize(ProviderRequest request) throws InterruptedException {
        return handle(request);
    }

    @Override
    public ProviderAnswer capture(ProviderRequest request) throws InterruptedException {
        return handle(request);
    }

    @Override
    public ProviderAnswer voidAuthorization(ProviderRequest request) throws InterruptedException {
        return handle(request);
    }

    @Override
    public ProviderAnswer refund(ProviderRequest request) throws InterruptedException {
        return handle(request);
    }

    @Override
    public Optional<ProviderAnswer> lookup(ProviderRequest request) {
        count(LOOK_UPS, request.paymentId()).incrementAndGet();
        String mood = request.choice().token();
        if (SILENT.equals(mood)) {
            return Optional.of(new Unknown("…"));
        }
        return DONE.contains(request.providerKey()) ? Optional.of(done(request)) : Optional.empty();
    }

    private static ProviderAnswer handle(ProviderRequest request) throws InterruptedException {
        boolean first = count(CALLS, request.paymentId()).incrementAndGet() == 1;
        String mood = request.choice().token();
        if (SILENT.equals(mood)) {
            return new Unknown("…");
        }
        if (FAILING_ONCE.equals(mood) && first) {
            throw new IllegalStateException("Broken");
        }
        if (HANGING_BEFORE.equals(mood) && first) {
            new CountDownLatch(1).await();
        }
        DONE.add(request.providerKey());
        if (HANGING.equals(mood)) {
            new CountDownLatch(1).await();
        }
        return done(request);
    }

    private static ProviderAnswer done(ProviderRequest request) {
        boolean stolen = STEALING.equals(request.choice().token());
        return new Succeeded(stolen ? "stolen" : "moody " + request.providerKey());
    }

    private static AtomicInteger count(Map<String, AtomicInteger> counts, String paymentId) {
        return counts.computeIfAbsent(paymentId, id -> new AtomicInteger());
    }
}
