package io.ordertrail.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.personal.PersonalData;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.stock.StockEvent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is published of events is written down, from the events themselves: as a page, and as a JSON schema. */
class EventsPageTest {

    private static final Path DOCS = Path.of("../docs/reference");
    private static final List<Class<?>> EVENTS = Stream.of(
                    OrderEvent.class,
                    PaymentEvent.class,
                    ShipmentEvent.class,
                    ReturnEvent.class,
                    StockEvent.class,
                    AccountEvent.class,
                    TransferEvent.class,
                    CustomerEvent.class,
                    ProcessEvent.class)
            .flatMap(Contract::types)
            .filter(PublicEvents::isPublic)
            .sorted(Comparator.comparing(type -> named(type).value()))
            .toList();

    /** The last line of a stream that the service ends: nothing that was stored, and of no subject. */
    private static final Map<String, Object> ENDED = Map.of(
            "type", "object",
            "properties", Map.of("code", Map.of("type", "string"), "detail", Map.of("type", "string")),
            "required", List.of("code", "detail"));

    private static final String HEAD = """
            # Events for other programs

            Made from the events themselves. `GET /events` and `GET /stream/events` tell each of them as a CloudEvent 1.0
            ([how to follow them](../how-to/follow-live.md)). The same as a JSON schema (2020-12): [events.schema.json](events.schema.json).

            | attribute | |
            |---|---|
            | `id` | of the event; the same whenever it is told |
            | `source` | `urn:ordertrail` |
            | `type` | `io.ordertrail.` and a type of the list below |
            | `subject` | id of what it happened to: an order, a payment, a parcel, a return, an item of stock, an account, a transfer, a customer |
            | `time` | when it was recorded; `at` in `data` is when it happened |
            | `dataschema` | `urn:ordertrail:event:`, type and revision |
            | `position` | the place right behind it: pass it as `after` |
            | `subjectversion` | which event of its subject it is, from 0 |
            | `data` | the fields below; a field that is not known is left out |

            Fields with `?` may be missing. Types and fields may be added: ignore what you do not know. An event of a type that this release does not know itself is told as `io.ordertrail.unknown`.
            The last line of a stream that the service ends is `io.ordertrail.stream.Ended`, with `code` and `detail`. It is no event that was stored: it has no `subject`, `dataschema`, `position` and
            `subjectversion`, and its `id` is told once.

            **What is not in them**: nothing that the contract marks as personal, before an erasure or after it; nothing that people write (notes, reasons, remarks, references of bank
            transfers, metadata of orders); nobody of the shop; no secrets of payment providers. `customerId` and `ownerId` are ids. Events of processes are the service's own, and are left out.

            | type | `data` |
            |---|---|
            """;

    @Test
    void the_page_is_made_from_the_events() throws IOException {
        String rows = EVENTS.stream()
                .map(type -> "| `" + named(type).value() + "` | " + fields(type) + " |\n")
                .collect(Collectors.joining());
        isWritten("events.md", HEAD + rows);
    }

    @Test
    void the_schema_is_made_from_the_events() throws IOException {
        Map<String, Object> parts = new TreeMap<>();
        List<Object> cases = new ArrayList<>();
        for (Class<?> type : EVENTS) {
            String name = named(type).value();
            parts.put(name, object(type, parts));
            cases.add(Map.of(
                    "if", Map.of("properties", Map.of("type", Map.of("const", PublicEvents.PREFIX + name))),
                    "then", Map.of("properties", Map.of("data", Map.of("$ref", "#/$defs/" + name)))));
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", Map.of("const", "1.0"));
        for (String name : List.of("id", "source", "type", "datacontenttype")) {
            attributes.put(name, Map.of("type", "string"));
        }
        attributes.put("time", Map.of("type", "string", "format", "date-time"));
        attributes.put("data", Map.of("type", "object"));
        Map<String, Object> stored = new LinkedHashMap<>();
        for (String name : List.of("subject", "dataschema", "position")) {
            stored.put(name, Map.of("type", "string"));
        }
        stored.put("subjectversion", Map.of("type", "integer"));
        parts.put("stream.Ended", ENDED);
        cases.add(
                0,
                Map.of(
                        "if",
                                Map.of(
                                        "properties",
                                        Map.of("type", Map.of("const", PublicEvents.PREFIX + "stream.Ended"))),
                        "then", Map.of("properties", Map.of("data", Map.of("$ref", "#/$defs/stream.Ended"))),
                        "else", Map.of("properties", stored, "required", List.copyOf(stored.keySet()))));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "An event of Ordertrail, as a CloudEvent 1.0");
        schema.put("type", "object");
        schema.put("required", new ArrayList<>(attributes.keySet()));
        schema.put("properties", attributes);
        schema.put("allOf", cases);
        schema.put("$defs", parts);
        isWritten("events.schema.json", lines(schema));
    }

    /** A case, and a part, a line. */
    private static String lines(Map<String, Object> schema) {
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        return schema.entrySet().stream()
                .map(entry -> json.writeValueAsString(entry.getKey()) + ": " + lines(entry.getValue(), json))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String lines(Object value, JsonMapper json) {
        if (value instanceof List<?> list && list.get(0) instanceof Map) {
            return list.stream().map(json::writeValueAsString).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
        }
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> json.writeValueAsString(entry.getKey())
                                + ": "
                                + json.writeValueAsString(entry.getValue()))
                        .collect(Collectors.joining(",\n  ", "{\n  ", "\n}"))
                : json.writeValueAsString(value);
    }

    @Test
    void nothing_personal_and_nothing_of_the_service_itself_is_published() {
        assertThat(EVENTS).hasSizeGreaterThan(80).noneMatch(ProcessEvent.class::isAssignableFrom);
        for (Class<?> type : EVENTS) {
            for (RecordComponent field : type.getRecordComponents()) {
                assertThat(!PublicEvents.isPublic(field)
                                || !field.getAccessor().isAnnotationPresent(PersonalData.class))
                        .as(type + " " + field)
                        .isTrue();
            }
            assertThat(fields(type)).doesNotContain("`note", "`reason?`", "`text", "providerKey", "token", "askedBy");
        }
    }

    private static void isWritten(String file, String text) throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(DOCS.resolve(file), text);
        }
        assertThat(Files.readString(DOCS.resolve(file)))
                .as("With -Dpages.write=true docs/reference/" + file + " is written")
                .isEqualTo(text);
    }

    private static Named named(Class<?> type) {
        return Contract.named(type);
    }

    private static String fields(Class<?> type) {
        return told(type)
                .map(field -> {
                    Class<?> part = PublicEvents.part(field);
                    String name = "`" + field.getName() + (isOptional(field) ? "?" : "") + "`";
                    return part == null
                            ? name
                            : name + (field.getType() == List.class ? ", each of (" : " (") + fields(part) + ")";
                })
                .collect(Collectors.joining(", "));
    }

    private static Stream<RecordComponent> told(Class<?> type) {
        return Stream.of(type.getRecordComponents()).filter(PublicEvents::isPublic);
    }

    private static boolean isOptional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> object(Class<?> type, Map<String, Object> parts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        told(type).forEach(field -> properties.put(field.getName(), schema(field, parts)));
        List<String> required = told(type)
                .filter(field -> !isOptional(field))
                .map(RecordComponent::getName)
                .toList();
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    private static Object schema(RecordComponent field, Map<String, Object> parts) {
        Class<?> part = PublicEvents.part(field);
        if (field.getType() == List.class) {
            return Map.of("type", "array", "items", part == null ? Map.of() : reference(part, parts));
        }
        return part == null ? simple(field.getType()) : reference(part, parts);
    }

    private static Object reference(Class<?> part, Map<String, Object> parts) {
        if (!parts.containsKey(part.getSimpleName())) {
            parts.put(part.getSimpleName(), object(part, parts));
        }
        return Map.of("$ref", "#/$defs/" + part.getSimpleName());
    }

    private static Object simple(Class<?> type) {
        if (type == Money.class) {
            Map<String, Object> text = Map.of("type", "string");
            return Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("amount", text, "currency", text),
                    "required",
                    List.of("amount", "currency"));
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        assertThat(type.isEnum()
                        || List.of(String.class, BigDecimal.class, CurrencyUnit.class, Duration.class)
                                .contains(type))
                .as("a schema of " + type)
                .isTrue();
        return Map.of("type", "string");
    }
}
