package io.ordertrail.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.api.personal.PersonalData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
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

    /** Else it would be stored as it is. */
    @ParameterizedTest
    @MethodSource("types")
    void an_event_with_personal_data_names_whose_it_is(Class<?> type) {
        long subjects = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(DataSubject.class))
                .count();
        assertThat(subjects).isEqualTo(holdsPersonalData(type, new HashSet<>()) ? 1 : 0);
    }

    private static boolean holdsPersonalData(Type type, Set<Type> seen) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(of -> holdsPersonalData(of, seen));
        }
        return type instanceof Class<?> one
                && one.isRecord()
                && seen.add(one)
                && Arrays.stream(one.getRecordComponents())
                        .anyMatch(component ->
                                isPersonal(component) || holdsPersonalData(component.getGenericType(), seen));
    }

    private static boolean isPersonal(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(PersonalData.class);
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
        assertThat(PersonalTexts.of(order)).hasSize(Math.toIntExact(2 * texts));
    }

    /** The model erases an address by itself, since it knows no JSON. */
    @Test
    void the_model_and_the_store_agree_on_what_an_erased_address_is() {
        OrderCreated order = sample(OrderCreated.class);
        OrderCreated erased = PersonalTexts.erased(order);
        assertThat(erased.shippingAddress()).isEqualTo(order.shippingAddress().erased());
        assertThat(erased.billingAddress()).isEqualTo(order.billingAddress().erased());
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
