package io.ordertrail.query.explanation;

import io.ordertrail.api.Contract;
import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.explanation.Explanation.Contribution;
import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Moment;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.StreamFold;
import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.reading.EventsAt;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each amount and quantity of a resource which events made it. It folds the resource event by event and looks
 * what each has changed in the answer that the caller would get, so it cannot but add up to that answer.
 *
 * @param <R> the result of the fold
 */
public final class Explainer<R> {

    /** So many changes of one figure are listed, the latest; those before are carried as a sum. */
    static final int MOST = 100;

    private final EventStore events;
    private final StreamFold<?, R> fold;
    private final Function<R, Object> answer;
    private final Function<DatedEvent, String> words;

    /**
     * @param answer what the caller is shown of the resource
     * @param words what an event says in a sentence
     */
    public Explainer(
            EventStore events, StreamFold<?, R> fold, Function<R, Object> answer, Function<DatedEvent, String> words) {
        this.events = events;
        this.fold = fold;
        this.answer = answer;
        this.words = words;
    }

    /** How one figure came about, as far as it was looked at. */
    private static final class Account {

        private BigDecimal carried = BigDecimal.ZERO;
        private final Deque<Contribution> latest = new ArrayDeque<>();

        void add(Contribution change) {
            latest.add(change);
            if (latest.size() > MOST) {
                carried = carried.add(new BigDecimal(latest.remove().change()));
            }
        }
    }

    /**
     * @param of only the figures whose place begins so; null for all
     * @return empty if there is no event of {@code id}
     */
    public Optional<Explanation> explain(String id, @Nullable String of) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        Map<String, FoundFigure> before = Map.of();
        R row = null;
        EventsAt stream = EventsAt.of(events, id, Moment.NOW);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            row = fold.fold(id, row, message);
            Map<String, FoundFigure> after = Figures.of(RowJson.mapper().valueToTree(answer.apply(row)));
            note(message, before, after, accounts);
            before = after;
        }
        Map<String, FoundFigure> now = before;
        return Optional.ofNullable(row)
                .map(known -> new Explanation(id, fold.version(known), figures(now, accounts, of)));
    }

    private void note(
            DomainEventMessage<?> message,
            Map<String, FoundFigure> before,
            Map<String, FoundFigure> after,
            Map<String, Account> accounts) {
        Set<String> places = new LinkedHashSet<>(after.keySet());
        places.addAll(before.keySet());
        for (String place : places) {
            BigDecimal was = value(before.get(place));
            BigDecimal is = value(after.get(place));
            if (was.compareTo(is) != 0) {
                accounts.computeIfAbsent(place, each -> new Account()).add(contribution(message, was, is));
            }
        }
    }

    private Contribution contribution(DomainEventMessage<?> message, BigDecimal was, BigDecimal is) {
        DatedEvent event = UnknownEvents.known(message, DatedEvent.class);
        String actor = String.valueOf(message.getMetaData().get(MetaKeys.ACTOR));
        // Who of the shop did it, and in what words, is the shop's.
        boolean hidden =
                Ownership.only().filter(customer -> !customer.equals(actor)).isPresent();
        String type = Contract.named(event.getClass()).value();
        return new Contribution(
                message.getSequenceNumber(),
                message.getIdentifier(),
                type,
                event.at(),
                hidden ? "shop" : actor,
                hidden ? type.substring(type.indexOf('.') + 1) : words.apply(event),
                is.subtract(was).toPlainString(),
                is.toPlainString());
    }

    private static BigDecimal value(@Nullable FoundFigure figure) {
        return figure == null ? BigDecimal.ZERO : figure.value();
    }

    /** What is 0 and has always been needs no reason. */
    private static List<Explanation.Figure> figures(
            Map<String, FoundFigure> now, Map<String, Account> accounts, @Nullable String of) {
        List<Explanation.Figure> figures = new ArrayList<>();
        now.forEach((place, figure) -> {
            Account account = accounts.get(place);
            if (account != null && (of == null || place.startsWith(of))) {
                figures.add(figure(place, figure, account));
            }
        });
        return figures;
    }

    private static Explanation.Figure figure(String place, FoundFigure now, Account account) {
        return new Explanation.Figure(
                place,
                now.value().toPlainString(),
                now.currency(),
                account.carried.toPlainString(),
                List.copyOf(account.latest));
    }
}
