package io.ordertrail.command.payment.sandbox;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.command.payment.provider.PaymentProvider;
import io.ordertrail.command.payment.provider.ProviderAnswer;
import io.ordertrail.command.payment.provider.ProviderAnswer.Failed;
import io.ordertrail.command.payment.provider.ProviderAnswer.Succeeded;
import io.ordertrail.command.payment.provider.ProviderAnswer.Unknown;
import io.ordertrail.command.payment.provider.ProviderRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A provider without money, for trying things out: it does as its token says ({@link SandboxBehaviour}). */
final class SandboxProvider implements PaymentProvider {

    private final SandboxJournal journal;
    private final SandboxCalls later;
    private final Clock clock;
    private final Duration lateAfter;
    private final boolean open;

    /**
     * @param open whether anybody may pay with it
     * @param lateAfter how long it takes to say what it did where it says so late
     */
    SandboxProvider(SandboxJournal journal, SandboxCalls later, Clock clock, Duration lateAfter, boolean open) {
        this.journal = journal;
        this.later = later;
        this.clock = clock;
        this.lateAfter = lateAfter;
        this.open = open;
    }

    @Override
    public String name() {
        return PaymentChoice.SANDBOX;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean takes(PaymentChoice choice) {
        return choice.accountId() == null
                && choice.token() != null
                && SandboxBehaviour.of(choice.token(), PaymentOperation.AUTHORIZE)
                        .isPresent();
    }

    @Override
    public ProviderAnswer authorize(ProviderRequest request) throws AnswerLost {
        return handle(request);
    }

    @Override
    public ProviderAnswer capture(ProviderRequest request) throws AnswerLost {
        return handle(request);
    }

    @Override
    public ProviderAnswer voidAuthorization(ProviderRequest request) throws AnswerLost {
        return handle(request);
    }

    @Override
    public ProviderAnswer refund(ProviderRequest request) throws AnswerLost {
        return handle(request);
    }

    @Override
    public Optional<ProviderAnswer> lookup(ProviderRequest request) {
        return journal.find(request.providerKey()).map(this::tell);
    }

    private ProviderAnswer handle(ProviderRequest request) throws AnswerLost {
        SandboxBehaviour behaviour = SandboxBehaviour.of(
                        Objects.requireNonNull(request.choice().token()), request.operation())
                .orElseThrow();
        Instant now = clock.instant();
        Instant toldFrom = behaviour == SandboxBehaviour.LATE ? now.plus(lateAfter) : now;
        SandboxOperation.Outcome outcome = switch (behaviour) {
            case DECLINE -> SandboxOperation.Outcome.FAILED;
            case TIMEOUT_NOTHING -> SandboxOperation.Outcome.LOST;
            case OK, TIMEOUT, LATE, TWICE -> SandboxOperation.Outcome.SUCCEEDED;
        };
        journal.enter(request, new SandboxOperation(outcome, reference(request), toldFrom));
        if (behaviour == SandboxBehaviour.TIMEOUT || behaviour == SandboxBehaviour.TIMEOUT_NOTHING) {
            throw new AnswerLost();
        }
        if (behaviour == SandboxBehaviour.LATE) {
            later.call(request.providerKey(), 1, toldFrom);
        } else if (behaviour == SandboxBehaviour.TWICE) {
            later.call(request.providerKey(), 1, toldFrom);
            later.call(request.providerKey(), 2, toldFrom);
        }
        return tell(journal.find(request.providerKey()).orElseThrow());
    }

    private ProviderAnswer tell(SandboxOperation done) {
        if (clock.instant().isBefore(done.toldFrom())) {
            return new Unknown("The sandbox says so later.");
        }
        return switch (done.outcome()) {
            case SUCCEEDED -> new Succeeded(done.reference());
            case FAILED -> new Failed("The sandbox declines.");
            case LOST -> new Failed("The request never arrived.");
        };
    }

    private static String reference(ProviderRequest request) {
        return "sandbox-" + UUID.nameUUIDFromBytes(request.providerKey().getBytes(StandardCharsets.UTF_8));
    }

    /** What the other side's silence looks like from here. */
    static final class AnswerLost extends Exception {

        private static final long serialVersionUID = 1;

        AnswerLost() {
            super("The sandbox's answer was lost on its way.");
        }
    }
}
