package io.ordertrail.simulation;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.command.payment.provider.PaymentProvider;
import io.ordertrail.command.payment.provider.ProviderAnswer;
import io.ordertrail.command.payment.provider.ProviderRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** A provider that does what the simulation decides, and keeps the book by which it is judged. */
public final class Bank implements PaymentProvider {

    public static final String NAME = "BANK";

    private final Map<String, Entry> book = new LinkedHashMap<>();
    private final Map<String, Money> chargedBack = new LinkedHashMap<>();
    private Mood mood = Mood.YES;
    private boolean lies;

    /** How the next call is answered. */
    public enum Mood {
        YES,
        NO,
        /** Done, but nobody hears of it. */
        SILENT_YES,
        /** Not done, and nobody hears of that. */
        SILENT_NO,
        /** It has not arrived: it may be asked again. */
        LOST
    }

    /** What became of one request. */
    public static final class Entry {
        public final ProviderRequest request;
        public boolean done;

        Entry(ProviderRequest request, boolean done) {
            this.request = request;
            this.done = done;
        }
    }

    public void reset() {
        book.clear();
        chargedBack.clear();
        mood = Mood.YES;
    }

    /** Whether what nobody heard of is taken for a no. */
    public void lies(boolean does) {
        lies = does;
    }

    public void next(Mood how) {
        mood = how;
    }

    public List<Entry> entries() {
        return new ArrayList<>(book.values());
    }

    public Map<String, Money> chargebacks() {
        return chargedBack;
    }

    public void chargeBack(String paymentId, Money amount) {
        chargedBack.merge(paymentId, amount, Money::plus);
    }

    public Money chargedBack(String paymentId, Money zero) {
        return chargedBack.getOrDefault(paymentId, zero);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(PaymentChoice choice) {
        return choice.token() != null;
    }

    @Override
    public ProviderAnswer authorize(ProviderRequest request) {
        return answer(request);
    }

    @Override
    public ProviderAnswer capture(ProviderRequest request) {
        return answer(request);
    }

    @Override
    public ProviderAnswer voidAuthorization(ProviderRequest request) {
        return answer(request);
    }

    @Override
    public ProviderAnswer refund(ProviderRequest request) {
        return answer(request);
    }

    @Override
    public Optional<ProviderAnswer> lookup(ProviderRequest request) {
        Entry known = book.get(request.providerKey());
        if (mood == Mood.SILENT_YES || mood == Mood.SILENT_NO) {
            return Optional.of(new ProviderAnswer.Unknown("Nobody answers."));
        }
        return known == null ? Optional.empty() : Optional.of(say(known));
    }

    /** A request has one effect, however often it is made. */
    private ProviderAnswer answer(ProviderRequest request) {
        if (mood == Mood.LOST) {
            return new ProviderAnswer.Unknown("It did not get through.");
        }
        boolean yes = mood == Mood.YES || mood == Mood.SILENT_YES;
        Entry entry = book.computeIfAbsent(request.providerKey(), key -> new Entry(request, yes));
        if (mood == Mood.SILENT_YES || mood == Mood.SILENT_NO) {
            return lies ? new ProviderAnswer.Failed("Time-out") : new ProviderAnswer.Unknown("Nobody answers.");
        }
        return say(entry);
    }

    private static ProviderAnswer say(Entry entry) {
        return entry.done ? new ProviderAnswer.Succeeded(null) : new ProviderAnswer.Failed("The bank says no.");
    }
}
