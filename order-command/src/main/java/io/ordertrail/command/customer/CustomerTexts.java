package io.ordertrail.command.customer;

import io.ordertrail.api.Contract;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.customer.PersonalDataPage;
import io.ordertrail.api.customer.PersonalDataPage.Item;
import io.ordertrail.api.customer.PersonalDataPage.OfAccount;
import io.ordertrail.api.customer.PersonalDataPage.OfOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.process.StepTexts.StepText;
import io.ordertrail.axon.serialization.PersonalTexts;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.model.order.OrderState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** What is personal in all streams that belong to orders and accounts, and in what processes told of these. */
final class CustomerTexts {

    private final EventStore events;
    private final CustomerNames names;
    private final Function<List<String>, List<StepText>> steps;

    /** @param steps what processes told of some subjects */
    CustomerTexts(EventStore events, CustomerNames names, Function<List<String>, List<StepText>> steps) {
        this.events = events;
        this.names = names;
        this.steps = steps;
    }

    /** One order or account, and the ids of all streams that belong to it. */
    private record Found(
            String id,
            Collection<String> subjects,
            List<Item> data,
            @Nullable String number) {}

    /**
     * @param ids of orders and accounts
     * @param asker the customer, if they ask themselves: then it is what {@link OwnTexts} allows
     */
    PersonalDataPage of(String customerId, List<String> ids, Optional<String> asker, @Nullable String next) {
        List<Found> found = ids.stream()
                .flatMap(id -> AccountId.isValid(id) ? Stream.of(account(id, asker)) : order(id, asker).stream())
                .toList();
        Stream<String> subjects = found.stream().flatMap(one -> one.subjects.stream());
        return new PersonalDataPage(
                customerId,
                found.stream()
                        .filter(one -> one.number != null)
                        .map(one -> new OfOrder(one.id, one.number, one.data))
                        .toList(),
                found.stream()
                        .filter(one -> one.number == null)
                        .map(one -> new OfAccount(one.id, one.data))
                        .toList(),
                asker.isPresent() ? List.of() : told(Stream.concat(Stream.of(CustomerId.stream(customerId)), subjects)),
                asker.isEmpty(),
                next);
    }

    private List<Item> told(Stream<String> subjects) {
        return steps.apply(subjects.toList()).stream()
                .map(text -> new Item(text.subject(), 0, text.event(), text.at(), text.field(), text.text()))
                .toList();
    }

    /** Of an order, its payments, its shipments and its returns; empty if it was never stored after all. */
    private Optional<Found> order(String orderId, Optional<String> asker) {
        List<String> subjects = new ArrayList<>(List.of(orderId));
        List<Item> data = new ArrayList<>();
        OrderState order = null;
        for (DomainEventMessage<?> message : stream(orderId)) {
            OrderEvent event = UnknownEvents.known(message, OrderEvent.class);
            order = order == null ? OrderState.of((OrderCreated) event, event.at()) : order.evolve(event);
            data.addAll(items(message, asker));
        }
        if (order == null) {
            return Optional.empty();
        }
        Stream.of(
                        order.facts().funds().payments(),
                        order.parcels(),
                        order.facts().returns())
                .map(Map::keySet)
                .forEach(subjects::addAll);
        subjects.stream().skip(1).forEach(part -> data.addAll(texts(part, asker)));
        return Optional.of(new Found(orderId, subjects, data, order.placed().number()));
    }

    /** Of an account and the transfers out of it. */
    private Found account(String accountId, Optional<String> asker) {
        List<String> subjects = new ArrayList<>(List.of(accountId));
        subjects.addAll(names.transfersOf(accountId));
        return new Found(
                accountId,
                subjects,
                subjects.stream().flatMap(id -> texts(id, asker).stream()).toList(),
                null);
    }

    private List<Item> texts(String id, Optional<String> asker) {
        return stream(id).stream()
                .flatMap(message -> items(message, asker).stream())
                .toList();
    }

    private static List<Item> items(DomainEventMessage<?> message, Optional<String> asker) {
        Object event = UnknownEvents.known(message, Object.class);
        return PersonalTexts.of(event).entrySet().stream()
                .filter(text -> asker.filter(
                                customer -> !OwnTexts.isFor(customer, event, message.getMetaData(), text.getKey()))
                        .isEmpty())
                .map(text -> new Item(
                        message.getAggregateIdentifier(),
                        message.getSequenceNumber(),
                        Contract.named(event.getClass()).value(),
                        message.getTimestamp(),
                        text.getKey(),
                        text.getValue()))
                .toList();
    }

    private List<? extends DomainEventMessage<?>> stream(String id) {
        return events.readEvents(id, 0).asStream().toList();
    }
}
