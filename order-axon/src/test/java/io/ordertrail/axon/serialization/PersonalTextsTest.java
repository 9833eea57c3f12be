package io.ordertrail.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.api.personal.PersonalData;
import io.ordertrail.axon.personal.PersonalCipher;
import io.ordertrail.axon.personal.PersonalTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalTextsTest {

    private final NamedTypesSerializer serializer = NamedTypesSerializer.create();

    static Iterable<Class<?>> types() {
        return Samples.types();
    }

    /** Words that are no person's, whichever event they stand in. What ends in "Id" is an id. */
    private static final Map<String, String> IMPERSONAL = Map.ofEntries(
            Map.entry("id", "an id"),
            Map.entry("number", "of an order, drawn by the service"),
            Map.entry("externalRef", "the shop's own number"),
            Map.entry("channel", "a word of the shop"),
            Map.entry("sku", "what is sold"),
            Map.entry("skus", "what is sold"),
            Map.entry("tracked", "ids of lines"),
            Map.entry("country", "what taxes are reckoned by"),
            Map.entry("method", "a provider, or a way of shipping"),
            Map.entry("token", "by which a provider knows a payment"),
            Map.entry("providerKey", "made by the service"),
            Map.entry("providerReference", "made by the provider"),
            Map.entry("carrier", "a company"),
            Map.entry("trackingNumber", "made by the carrier"),
            Map.entry("status", "a word of the carrier"),
            Map.entry("code", "a word for programs"),
            Map.entry("by", "staff, of whom all metadata tells too"),
            Map.entry("askedBy", "the same"),
            Map.entry("actor", "the same"),
            Map.entry("from", "id of an account"),
            Map.entry("to", "ids of accounts, orders or payments"),
            Map.entry("counterAccount", "id of an account"),
            Map.entry("orders", "ids"),
            Map.entry("process", "a name of the service"),
            Map.entry("subject", "an id"),
            Map.entry("kind", "a name of the service"),
            Map.entry("of", "an id"),
            Map.entry("eventType", "a name of the service"),
            Map.entry("OrderCreated.metadata", "for programs of the shop, which look orders up by it"),
            Map.entry("OrderLine.name", "what is sold"),
            Map.entry("StockItemRegistered.name", "what is sold"),
            Map.entry("StockItemRegistered.location", "of the shop"),
            Map.entry("StockPolicyChanged.name", "what is sold"),
            Map.entry("StockReceived.reference", "about goods"),
            Map.entry("StockAdjusted.reason", "about goods"),
            Map.entry("LegalHoldPlaced.reason", "kept as proof; the request says so"),
            Map.entry("LegalHoldLifted.reason", "the same"),
            Map.entry("ErasureBegun.reason", "the same"),
            Map.entry("ErasureWithdrawn.reason", "the same"),
            Map.entry("CustomerErased.reason", "the same"));

    /** A new text is marked as personal, or somebody says here why it is not. */
    @ParameterizedTest
    @MethodSource("types")
    void every_text_of_an_event_is_an_id_or_a_known_word_or_personal(Class<?> type) {
        List<String> unmarked = new ArrayList<>();
        texts(type, new HashSet<>(), unmarked);
        assertThat(unmarked).isEmpty();
    }

    private static void texts(Class<?> type, Set<Class<?>> seen, List<String> unmarked) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(PersonalData.class)) {
                assertThat(component.getType()).as(component.toString()).isEqualTo(String.class);
                continue;
            }
            String name = component.getName();
            String here = type.getSimpleName() + "." + name;
            for (Class<?> part : parts(component.getGenericType())) {
                if (part == String.class && !isKnown(name, here)) {
                    unmarked.add(here);
                }
                texts(part, seen, unmarked);
            }
        }
    }

    private static boolean isKnown(String name, String here) {
        return name.endsWith("Id") || IMPERSONAL.containsKey(name) || IMPERSONAL.containsKey(here);
    }

    private static List<Class<?>> parts(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .flatMap(of -> parts(of).stream())
                        .toList()
                : List.of((Class<?>) type);
    }

    /** Else it would be stored as it is. */
    @ParameterizedTest
    @MethodSource("types")
    void an_event_with_personal_data_names_whose_it_is(Class<?> type) {
        assertThat(PersonalCipher.concerns(type)).isEqualTo(PersonalTypes.hold(type));
    }

    /** Whatever a type holds, nothing personal is legible in what is stored of it once it is erased. */
    @ParameterizedTest
    @MethodSource("types")
    void what_is_left_of_an_event_has_nothing_personal(Class<?> type) {
        assertThat(PersonalTexts.of(Erased.in(sample(type))).values()).allMatch(Erased.TEXT::equals);
    }

    @Test
    void every_text_of_an_address_but_its_country_is_found() {
        OrderCreated order = sample(OrderCreated.class);
        assertThat(PersonalTexts.of(order))
                .containsEntry("/shippingAddress/name", order.shippingAddress().name())
                .containsEntry("/billingAddress/email", order.billingAddress().email())
                .doesNotContainKey("/shippingAddress/country")
                .doesNotContainKey("/customerId");
        long texts = Arrays.stream(Address.class.getRecordComponents())
                .filter(component -> !component.getName().equals("country"))
                .count();
        assertThat(PersonalTexts.of(order).keySet().stream().filter(place -> place.contains("Address/")))
                .hasSize(Math.toIntExact(2 * texts));
    }

    /** The model erases an address by itself, since it knows no JSON. */
    @Test
    void the_model_and_the_store_agree_on_what_an_erased_address_is() {
        OrderCreated order = sample(OrderCreated.class);
        OrderCreated erased = Erased.in(order);
        assertThat(erased.shippingAddress()).isEqualTo(Erased.in(order.shippingAddress()));
        assertThat(erased.billingAddress()).isEqualTo(Erased.in(order.billingAddress()));
        assertThat(PersonalTexts.of(erased).values()).containsOnly(Erased.TEXT);
        assertThat(erased.number()).isEqualTo(order.number());
        assertThat(erased.totals()).isEqualTo(order.totals());
    }

    private <T> T sample(Class<T> type) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                Samples.stored(Samples.file(type)),
                String.class,
                Contract.named(type).value(),
                Contract.named(type).revision()));
    }
}
