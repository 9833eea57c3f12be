package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.ReportOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentFacts;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.order.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Any commands and any answers in any order: what holds for all of them. Every step is random but told by its seed. */
class PaymentPropertyTest {

    private static final int STEPS = 40;

    @Property(tries = 200)
    void P1_to_P3_are_never_broken(@ForAll long seed) {
        Random random = new Random(seed);
        Walk walk = new Walk(random.nextBoolean());
        for (int step = 0; step < STEPS; step++) {
            walk.step(random, step);
        }
    }

    /** Runs on its own, a day at a time. */
    private static final class Days extends Clock {

        private Instant now = NOW;

        void pass() {
            now = now.plus(Duration.ofHours(12));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** One payment, and beside it what a simple model makes of its events: the sums, and the request that is open. */
    private static final class Walk {

        private final Days days = new Days();
        private final AggregateTestFixture<Payment> fixture = PaymentScenario.fixture(days, Database.empty());
        private final List<String> asked = new ArrayList<>();
        private PaymentFacts facts = PaymentFacts.initiated(eur("100"));
        private @Nullable String open;
        private long version = 1;

        Walk(boolean captureAtOnce) {
            PaymentInitiated first = initiated(captureAtOnce, THEN);
            PaymentAuthorizationRequested request = authorizationAsked(THEN);
            fixture.given(first, request);
            open = request.providerKey();
            asked.add(open);
        }

        void step(Random random, int step) {
            if (random.nextInt(6) == 0) {
                days.pass();
            }
            PaymentCommand command = command(random, step);
            String openBefore = open;
            CommandResultMessage<?> result = send(command);
            List<PaymentEvent> events = new ArrayList<>();
            fixture.getEventStore()
                    .readEvents(PAYMENT)
                    .asStream()
                    .filter(event -> event.getSequenceNumber() > version)
                    .forEach(event -> events.add((PaymentEvent) event.getPayload()));
            version += events.size();
            if (result.isExceptional()) {
                assertThat(result.exceptionResult()).as(command.toString()).isInstanceOf(Refused.class);
                assertThat(events).isEmpty();
            }
            if (command instanceof RecordProviderAnswer answer
                    && !answer.providerKey().equals(openBefore)) {
                assertThat(events)
                        .as("P3: %s does not answer %s", answer, openBefore)
                        .isEmpty();
            }
            events.forEach(this::take);
        }

        private void take(PaymentEvent event) {
            String key = requested(event);
            if (key != null) {
                assertThat(open).as("P3: %s while %s is open", event, open).isNull();
                assertThat(asked).as("P4").doesNotContain(key);
                open = key;
                asked.add(key);
            } else if (settles(event)) {
                assertThat(open).as("%s settles something", event).isNotNull();
                open = null;
            }
            facts = facts.after(event);
            Money nothing = eur("0");
            assertThat(facts.authorized()).isLessThanOrEqualTo(facts.amount());
            assertThat(facts.outstanding()).as("P1 after %s", event).isGreaterThanOrEqualTo(nothing);
            assertThat(facts.kept()).as("P2 after %s", event).isGreaterThanOrEqualTo(nothing);
        }

        private static @Nullable String requested(PaymentEvent event) {
            if (event instanceof PaymentCaptureRequested asked) {
                return asked.providerKey();
            }
            if (event instanceof PaymentVoidRequested asked) {
                return asked.providerKey();
            }
            return event instanceof RefundRequested asked ? asked.providerKey() : null;
        }

        private static boolean settles(PaymentEvent event) {
            return !(event instanceof PaymentEvent.PaymentOutcomeUnknown
                    || event instanceof PaymentEvent.PaymentOutcomeOverdue
                    || event instanceof PaymentEvent.PaymentOutcomeKnown
                    || event instanceof PaymentEvent.ChargebackReceived);
        }

        private PaymentCommand command(Random random, int step) {
            String amount = random.nextInt(3) == 0 ? null : String.valueOf(1 + random.nextInt(60));
            return switch (random.nextInt(10)) {
                case 0 -> take(amount);
                case 1 -> giveUp();
                case 2 -> refund("refund-" + random.nextInt(8), amount);
                case 3 -> chargeback("event-" + random.nextInt(8), String.valueOf(1 + random.nextInt(30)));
                case 4 -> new ExpireAuthorization(PAYMENT);
                case 5 -> new ReportOutcomeOverdue(PAYMENT, anyKey(random));
                default -> answer(random);
            };
        }

        private static PaymentCommand take(@Nullable String amount) {
            return Samples.take(amount);
        }

        private RecordProviderAnswer answer(Random random) {
            String key = random.nextInt(3) > 0 && open != null ? open : anyKey(random);
            return switch (random.nextInt(5)) {
                case 0 -> no(key);
                case 1 -> perhaps(key);
                default -> yes(key);
            };
        }

        private String anyKey(Random random) {
            return random.nextInt(10) == 0 ? key(PaymentOperation.REFUND, 99) : asked.get(random.nextInt(asked.size()));
        }

        private CommandResultMessage<?> send(PaymentCommand command) {
            List<CommandResultMessage<?>> results = new ArrayList<>();
            fixture.getCommandBus()
                    .dispatch(
                            new GenericCommandMessage<>(
                                    new GenericMessage<>(command, Map.of(MetaKeys.ROLES, "STAFF")),
                                    command.getClass().getName()),
                            (sent, result) -> results.add(result));
            return results.get(0);
        }
    }
}
