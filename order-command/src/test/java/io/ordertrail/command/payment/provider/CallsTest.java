package io.ordertrail.command.payment.provider;

import static io.ordertrail.command.payment.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.command.payment.provider.ProviderAnswer.Succeeded;
import io.ordertrail.command.payment.provider.ProviderAnswer.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of calls that take too long. */
class CallsTest {

    private static final ProviderAnswer NO_ANSWER = new Unknown("The provider did not answer in time.");

    private final TimeLimit limit = new TimeLimit(Duration.ofMillis(100));
    private final Slow slow = new Slow();
    private final Calls calls = new Calls(new Providers(List.of(slow)), limit);
    private final ConcurrentLinkedQueue<ProviderAnswer> late = new ConcurrentLinkedQueue<>();

    private ProviderAnswer ask(boolean called) throws InterruptedException {
        ProviderRequest request = new ProviderRequest(
                "payment-1:authorize:1",
                PaymentOperation.AUTHORIZE,
                "payment-1",
                "order-1",
                "c-1",
                new PaymentChoice("SLOW", null, null),
                eur("5"),
                null);
        ProviderAnswer answer = calls.ask(request, called);
        calls.hearLate(request.providerKey(), late::add);
        return answer;
    }

    /** Whatever that is: no money has moved, or has not moved, because of it. */
    @Test
    void API10_what_a_payment_provider_answers_wrongly_is_no_answer() throws Exception {
        for (Callable<ProviderAnswer> hostile : List.<Callable<ProviderAnswer>>of(
                () -> null,
                () -> {
                    throw new IOException("302 Moved: http://elsewhere.example/");
                },
                () -> {
                    throw new IllegalArgumentException("<html>".repeat(100_000));
                },
                () -> {
                    throw new StackOverflowError("nested too deeply");
                })) {
            slow.answer = hostile;
            assertThat(ask(false)).isInstanceOf(Unknown.class);
            assertThat(((Unknown) ask(false)).reason()).hasSizeLessThan(100);
        }
        assertThat(late).isEmpty();
    }

    @Test
    void a_call_that_may_be_in_the_database_is_given_up_on_and_not_interrupted_and_its_late_answer_counts()
            throws Exception {
        assertThat(ask(false)).isEqualTo(NO_ANSWER);
        slow.goOn.countDown();
        await().untilAsserted(() -> assertThat(late).containsExactly(new Succeeded("slow")));
        assertThat(slow.interrupted.getCount()).isOne();
    }

    @Test
    void a_call_that_goes_on_is_looked_up_and_not_made_a_second_time() throws Exception {
        assertThat(ask(false)).isEqualTo(NO_ANSWER);
        assertThat(ask(true)).isEqualTo(new Unknown("The provider is still being asked."));
        assertThat(slow.calls).hasValue(1);
        assertThat(slow.lookUps).hasValue(1);
        slow.goOn.countDown();
        await().until(() -> !late.isEmpty());
        assertThat(ask(true)).isEqualTo(new Succeeded("slow"));
        assertThat(slow.calls).hasValue(2);
    }

    @Test
    void a_call_of_a_provider_that_says_so_is_interrupted() throws Exception {
        slow.interruptible = true;
        assertThat(ask(false)).isEqualTo(NO_ANSWER);
        slow.interrupted.await();
        assertThat(late).isEmpty();
    }

    @Test
    void the_end_waits_for_a_call_and_does_not_interrupt_it() throws Exception {
        assertThat(ask(false)).isEqualTo(NO_ANSWER);
        assertThat(limit.end(Duration.ofMillis(50))).isFalse();
        slow.goOn.countDown();
        assertThat(limit.end(Duration.ofSeconds(10))).isTrue();
        assertThat(late).containsExactly(new Succeeded("slow"));
        assertThat(slow.interrupted.getCount()).isOne();
    }

    /** Answers an authorisation only when it is told to. */
    private static final class Slow implements PaymentProvider {

        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger lookUps = new AtomicInteger();
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private volatile boolean interruptible;
        private volatile @Nullable Callable<ProviderAnswer> answer;

        @Override
        public String name() {
            return "SLOW";
        }

        @Override
        public boolean isInterruptible() {
            return interruptible;
        }

        @Override
        public boolean takes(PaymentChoice choice) {
            return true;
        }

        @Override
        public ProviderAnswer authorize(ProviderRequest request) throws Exception {
            calls.incrementAndGet();
            if (answer != null) {
                return answer.call();
            }
            try {
                goOn.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return new Succeeded("slow");
        }

        @Override
        public ProviderAnswer capture(ProviderRequest request) {
            throw new IllegalStateException();
        }

        @Override
        public ProviderAnswer voidAuthorization(ProviderRequest request) {
            throw new IllegalStateException();
        }

        @Override
        public ProviderAnswer refund(ProviderRequest request) {
            throw new IllegalStateException();
        }

        @Override
        public Optional<ProviderAnswer> lookup(ProviderRequest request) {
            lookUps.incrementAndGet();
            return Optional.empty();
        }
    }
}
