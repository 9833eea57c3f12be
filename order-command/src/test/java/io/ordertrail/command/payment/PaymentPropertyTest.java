package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.ReportOutcomeOverdue;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.order.Database;
import io.ordertrail.model.payment.PaymentFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
        Walk walk = new Walk();
        for (int step = 0; step < STEPS; step++) {
            walk.step(random);
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
        private final AggregateTestFixture<Payment> fixture =
                PaymentScenario.scenario(days, Database.empty()).fixture();
        private final List<String> asked = new ArrayList<>();
        private final Set<String> contradicted = new HashSet<>();
        private PaymentFacts facts = PaymentFacts.initiated(eur("100"));
        private @Nullable String open;
        private long version = 1;
        private int heard;

        Walk() {
            PaymentInitiated first = initiated(THEN);
            PaymentAuthorizationRequested request = authorizationAsked(THEN);
            fixture.given(first, request);
            open = request.providerKey();
            asked.add(open);
        }

        void step(Random random) {
            if (random.nextInt(6) == 0) {
                days.pass();
            }
            PaymentCommand command = command(random);
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
                        .allMatch(event -> event instanceof PaymentOutcomeContradicted contradiction
                                && contradiction.providerKey().equals(answer.providerKey()));
            }
            int number = numberOf(command);
            if (number > heard && !result.isExceptional()) {
                assertThat(events).as("%s is answered or asked", command).hasSize(1);
                assertThat(numberOf(events.get(0))).isEqualTo(number);
                heard = number;
            } else if (number > 0) {
                assertThat(events)
                        .as("%s is old, or comes again later", command)
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
            } else if (event instanceof PaymentOutcomeContradicted contradiction) {
                assertThat(contradicted.add(contradiction.providerKey()))
                        .as("%s is told once", event)
                        .isTrue();
            } else if (settles(event)) {
                assertThat(open).as("%s settles something", event).isNotNull();
                open = null;
            }
            facts = facts.after(event);
            Money nothing = eur("0");
            assertThat(facts.authorized()).isLessThanOrEqualTo(facts.amount());
            assertThat(facts.outstanding()).as("P1 after %s", event).isGreaterThanOrEqualTo(nothing);
            assertThat(facts.kept()).as("P2 after %s", event).isGreaterThanOrEqualTo(nothing);
            assertThat(facts.chargedBack()).as("P2 after %s", event).isGreaterThanOrEqualTo(nothing);
            if (event instanceof PaymentCaptured captured) {
                assertThat(captured.left()).isEqualTo(facts.outstanding());
            }
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

        /** Whether a provider has answered, and not a rule. */
        private static boolean settles(PaymentEvent event) {
            if (event instanceof PaymentCaptureFailed failed) {
                return failed.providerKey() != null;
            }
            if (event instanceof RefundFailed failed) {
                return failed.providerKey() != null;
            }
            if (event instanceof PaymentVoided voided) {
                return voided.amount().isPositive();
            }
            return event instanceof PaymentEvent.PaymentAuthorized
                    || event instanceof PaymentEvent.PaymentDeclined
                    || event instanceof PaymentEvent.PaymentCaptured
                    || event instanceof PaymentEvent.PaymentVoidFailed
                    || event instanceof PaymentEvent.PaymentExpired
                    || event instanceof PaymentEvent.PaymentRefunded;
        }

        /** 0 where it is no ask of the order. */
        private static int numberOf(PaymentCommand command) {
            if (command instanceof CapturePayment ask) {
                return ask.number();
            }
            if (command instanceof VoidPayment ask) {
                return ask.number();
            }
            return command instanceof RefundPayment ask ? ask.number() : 0;
        }

        private static int numberOf(PaymentEvent event) {
            if (event instanceof PaymentCaptureRequested asked) {
                return asked.number();
            }
            if (event instanceof PaymentVoidRequested asked && asked.number() != null) {
                return asked.number();
            }
            if (event instanceof RefundRequested asked) {
                return asked.number();
            }
            if (event instanceof PaymentCaptureFailed failed) {
                return failed.number();
            }
            if (event instanceof PaymentVoided voided) {
                return voided.number();
            }
            return ((RefundFailed) event).number();
        }

        private PaymentCommand command(Random random) {
            String amount = String.valueOf(1 + random.nextInt(60));
            int number = random.nextInt(4) == 0 ? 1 + random.nextInt(heard + 1) : heard + 1;
            return switch (random.nextInt(11)) {
                case 0 -> Samples.take(number, amount);
                case 1 -> giveUp(number);
                case 2 -> refund(number, amount);
                case 3 -> chargeback("event-" + random.nextInt(8), String.valueOf(1 + random.nextInt(30)));
                case 4 -> new ExpireAuthorization(PAYMENT);
                case 5 -> new ReportOutcomeOverdue(PAYMENT, anyKey(random));
                case 6 -> reversal("event-" + random.nextInt(8), String.valueOf(1 + random.nextInt(30)));
                default -> answer(random);
            };
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
                                    new GenericMessage<>(command, Map.of(MetaKeys.ROLES, "SERVICE")),
                                    command.getClass().getName()),
                            (sent, result) -> results.add(result));
            return results.get(0);
        }
    }
}
