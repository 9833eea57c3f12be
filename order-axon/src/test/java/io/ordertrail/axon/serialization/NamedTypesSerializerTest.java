package io.ordertrail.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.axon.message.MetaKeys;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTypesSerializerTest {

    private final NamedTypesSerializer serializer = NamedTypesSerializer.create();

    @Test
    void an_event_is_stored_under_its_own_name_and_revision() {
        SerializedObject<String> stored = serializer.serialize(
                new OrderNoteAdded("order-1", "c-1", "hello", NoteVisibility.CUSTOMER, Instant.EPOCH), String.class);
        assertThat(stored.getType().getName()).isEqualTo("order.OrderNoteAdded");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(stored.getData())
                .isEqualTo(
                        "{\"orderId\":\"order-1\",\"customerId\":\"c-1\",\"text\":\"hello\",\"visibility\":\"CUSTOMER\",\"at\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void money_is_a_decimal_string_with_its_currency() {
        SerializedObject<String> stored = serializer.serialize(
                new PaymentProcessed(
                        "order-1",
                        "p",
                        null,
                        PaymentKind.CAPTURED,
                        "MANUAL",
                        Money.parse("EUR 119.90"),
                        null,
                        null,
                        null,
                        Instant.EPOCH),
                String.class);
        assertThat(stored.getData()).contains("\"amount\":{\"amount\":\"119.90\",\"currency\":\"EUR\"}");
        PaymentProcessed read = serializer.deserialize(stored);
        assertThat(read.amount()).isEqualTo(Money.parse("EUR 119.90"));
    }

    /** axon-facts 6: XStream, the default, fails on it. */
    @Test
    void immutable_lists_come_back() {
        var event = new ShipmentApproved(
                "order-1", "s", List.of(new LineQuantity("1", 2)), List.of("TEE-M"), Instant.EPOCH);
        Object read = serializer.deserialize(serializer.serialize(event, String.class));
        assertThat(read).isEqualTo(event);
    }

    @Test
    void a_field_of_a_later_release_is_ignored() {
        OrderNoteAdded read = serializer.deserialize(
                stored(
                        "order.OrderNoteAdded",
                        "{\"orderId\":\"order-1\",\"customerId\":\"c-1\",\"text\":\"t\",\"visibility\":\"INTERNAL\",\"at\":\"1970-01-01T00:00:00Z\",\"mood\":\"sunny\"}"));
        assertThat(read.text()).isEqualTo("t");
    }

    @Test
    void a_constant_of_a_later_release_is_read_as_unknown() {
        OrderCancelled read = serializer.deserialize(stored(
                "order.OrderCancelled",
                "{\"orderId\":\"order-1\",\"reason\":\"ALIENS\",\"note\":null,\"at\":\"1970-01-01T00:00:00Z\"}"));
        assertThat(read.reason()).isEqualTo(CancellationReason.UNKNOWN);
    }

    /** Of what may be stored, only the platform's own have none. */
    @Test
    void every_enum_of_an_event_has_a_constant_for_what_it_does_not_know() {
        Set<Class<?>> seen = new HashSet<>();
        Samples.types().forEach(event -> collect(event, seen));
        assertThat(seen.stream()
                        .filter(Class::isEnum)
                        .filter(type -> type.getName().startsWith("io.ordertrail.")))
                .hasSizeGreaterThan(5)
                .allSatisfy(type -> assertThat(type.getField("UNKNOWN").isAnnotationPresent(JsonEnumDefaultValue.class))
                        .as(type.getName())
                        .isTrue());
    }

    private static void collect(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, seen);
            }
        } else if (type instanceof Class<?> raw && seen.add(raw) && raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                collect(component.getGenericType(), seen);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order.NeverHeardOf",
                "java.util.HashMap",
                "io.ordertrail.api.order.OrderEvent$OrderNoteAdded",
                "com.zaxxer.hikari.HikariConfig"
            })
    void a_name_that_the_contract_does_not_have_loads_no_class(String name) {
        assertThat(serializer.classForType(stored(name, "{}").getType())).isEqualTo(UnknownSerializedType.class);
    }

    /** axon-facts 5: with the serializer's defaults, a reset processor cannot read the token it has written. */
    @Test
    void a_replay_token_comes_back() {
        TrackingToken token = ReplayToken.createReplayToken(GapAwareTrackingToken.newInstance(9, List.of(7L)), null);
        Object read = serializer.deserialize(serializer.serialize(token, byte[].class));
        assertThat(read).isEqualTo(token);
    }

    @Test
    void metadata_comes_back() {
        MetaData metaData = MetaData.with(MetaKeys.ACTOR, "anna").and(MetaKeys.EXPECTED_VERSION, 3L);
        MetaData read = serializer.deserialize(serializer.serialize(metaData, String.class));
        assertThat(read.get(MetaKeys.ACTOR)).isEqualTo("anna");
        assertThat(((Number) read.get(MetaKeys.EXPECTED_VERSION)).longValue()).isEqualTo(3);
    }

    @Test
    void a_broken_payload_is_an_error_and_not_an_empty_event() {
        assertThatThrownBy(() -> serializer.deserialize(stored("order.OrderNoteAdded", "{\"orderId\":")))
                .isInstanceOf(SerializationException.class);
    }

    private static SerializedObject<String> stored(String name, String json) {
        return new SimpleSerializedObject<>(json, String.class, name, "1");
    }
}
