package io.ordertrail.axon.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.AccountFrozen;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentLost;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentPacked;
import io.ordertrail.axon.database.SchemaMigration;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.serialization.JsonForTests;
import io.ordertrail.axon.serialization.StoredEvents;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.h2.jdbcx.JdbcDataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PersonalCipherTest {

    private static final Address HOME = new Address(
            "Zacharias Quill",
            "Elm Row 7",
            "c/o Ott",
            "10115",
            "Berlin",
            "BE",
            "DE",
            "Quill Ltd",
            "z@quill.example",
            "030 1");
    private static final AddressChanged MOVED = new AddressChanged("order-1", "c-1", HOME, null, Instant.EPOCH);
    private static final String EVENT = "01939b2e-7b10-7abc-8def-001122334455";

    private final JdbcDataSource database = new JdbcDataSource();
    private PersonalKeys keys;
    private PersonalCipher cipher;
    private Serializer serializer;

    @BeforeAll
    static void register() throws GeneralSecurityException {
        AeadConfig.register();
    }

    @BeforeEach
    void begin() throws GeneralSecurityException {
        database.setURL(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        SchemaMigration.migrateKeys(database);
        use(masters("a", master()), false);
    }

    /** Whose things are, as the store tells. */
    private Optional<Object> firstEvent(String id) {
        return switch (id) {
            case "order-3" -> Optional.of(new AddressChanged(id, "c-1", HOME, null, Instant.EPOCH));
            case "account-1" ->
                Optional.of(new AccountCreated(
                        id,
                        "c-1",
                        AccountKind.CUSTOMER,
                        CurrencyUnit.EUR,
                        Money.zero(CurrencyUnit.EUR),
                        Instant.EPOCH));
            case "shipment-3" -> Optional.of(new ShipmentPacked(id, "order-3", Instant.EPOCH));
            default -> Optional.empty();
        };
    }

    private void use(MasterKeys masters, boolean erasedIfUnreadable) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        Consumer<Runnable> apart = work -> transactions.executeWithoutResult(status -> work.run());
        keys = new PersonalKeys(
                JdbcClient.create(database), apart, apart, masters, erasedIfUnreadable, Clock.systemUTC());
        cipher = new PersonalCipher(keys, new DataSubjects(this::firstEvent));
        serializer = JsonForTests.serializer(cipher);
    }

    private static Aead master() throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static MasterKeys masters(String name, Aead aead) {
        return new MasterKeys(name, Map.of(name, aead));
    }

    private SerializedObject<String> stored(Object event) {
        return cipher.within(EVENT, () -> serializer.serialize(event, String.class));
    }

    @Test
    void what_is_personal_is_not_legible_in_what_is_stored_and_comes_back() {
        SerializedObject<String> stored = stored(MOVED);
        assertThat(stored.getData())
                .contains("\"customerId\":\"c-1\"", "\"country\":\"DE\"")
                .doesNotContain("Zacharias", "Quill", "Elm", "Ott", "10115", "Berlin", "030 1");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(MOVED);
    }

    @Test
    void the_same_text_is_never_encrypted_alike() {
        assertThat(stored(MOVED).getData()).isNotEqualTo(stored(MOVED).getData());
    }

    @Test
    void without_its_key_it_is_erased_and_there_is_never_another() {
        SerializedObject<String> stored = stored(MOVED);
        keys.destroy("c-1");
        AddressChanged read = serializer.deserialize(stored);
        assertThat(read.shippingAddress()).isEqualTo(Erased.in(HOME));
        assertThat(read).isEqualTo(Erased.in(MOVED));
        assertThatThrownBy(() -> stored(MOVED))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new CustomerIsErased("c-1")));
        keys.destroy("c-1");
        keys.destroy("never-heard-of");
        assertThatThrownBy(() -> stored(new AddressChanged("order-2", "never-heard-of", HOME, null, Instant.EPOCH)))
                .isInstanceOf(Refused.class);
    }

    static List<Object> aboutThingsOfACustomer() {
        return List.of(
                new OrderHeld("order-3", "Quill", "asks for Quill", Instant.EPOCH),
                new ShipmentLost("shipment-3", "order-3", "Quill was out", Instant.EPOCH),
                new AccountFrozen("account-1", "Quill rang", Instant.EPOCH),
                new StepTakenOver("p", "shipment-3", "k", "", 1, "staff", "Quill was paid", Instant.EPOCH));
    }

    /** They name the thing only; what becomes of it when they are forgotten is recorded, without them. */
    @ParameterizedTest
    @MethodSource("aboutThingsOfACustomer")
    void what_is_said_of_a_thing_of_a_customer_is_encrypted_with_their_key(Object event) {
        SerializedObject<String> stored = stored(event);
        assertThat(stored.getData()).doesNotContain("Quill");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(event);
        keys.destroy("c-1");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(Erased.in(event));
        assertThat(stored(event).getData()).doesNotContain("Quill", "sealed:").contains(Erased.TEXT);
    }

    @Test
    void what_is_said_of_nobodys_thing_is_encrypted_with_a_key_of_its_own() {
        StepTakenOver event = new StepTakenOver("p", "item-1", "k", "", 1, "staff", "Quill counted", Instant.EPOCH);
        SerializedObject<String> stored = stored(event);
        assertThat(stored.getData()).doesNotContain("Quill");
        keys.destroy("c-1");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(event);
    }

    @Test
    void the_hash_of_a_request_cannot_be_compared_with_a_guess_once_its_person_is_forgotten() {
        String hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        EventMessage<?> event = new GenericDomainEventMessage<>("order", "order-1", 1, MOVED)
                .andMetaData(Map.of("hash", hash, "trace", "t-1"));
        EventMessage<?> stored = new EventEncryption(cipher, serializer, new PersonalMetadata("hash"))
                .handle(List.of(event))
                .apply(0, event);
        String secret = (String) stored.getMetaData().get("hash");
        assertThat(stored.getMetaData()).containsEntry("trace", "t-1");
        assertThat(PersonalCipher.isOf(event.getIdentifier(), secret)).isTrue();
        assertThat(cipher.decrypted("hash", secret)).isEqualTo(hash);
        assertThat(stored.serializePayload(serializer, String.class).getData()).doesNotContain("Quill");
        keys.destroy("c-1");
        assertThat(cipher.decrypted("hash", secret)).isEqualTo(Erased.TEXT);
    }

    @Test
    void another_customer_keeps_their_key() {
        SerializedObject<String> others =
                stored(new OrderNoteAdded("order-2", "c-2", "rings twice", NoteVisibility.CUSTOMER, Instant.EPOCH));
        keys.destroy("c-1");
        assertThat(serializer.<String, OrderNoteAdded>deserialize(others).text())
                .isEqualTo("rings twice");
    }

    @Test
    void a_text_that_was_moved_to_another_field_cannot_be_read() {
        String json = stored(MOVED).getData();
        String name = json.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
        String moved = json.replaceAll("\"city\":\"[^\"]*\"", "\"city\":\"" + name + "\"");
        assertThatThrownBy(() -> serializer.deserialize(again(stored(MOVED), moved)))
                .isInstanceOf(RuntimeException.class)
                .hasStackTraceContaining("/shippingAddress/city was changed, or is another field's");
    }

    @Test
    void a_text_whose_field_has_another_name_since_is_read_and_is_still_erased_with_its_person() {
        ShipmentLost lost = new ShipmentLost("shipment-3", "order-3", "Quill was out", Instant.EPOCH);
        String json = stored(lost).getData();
        String text = json.replaceAll(".*\"reason\":\"([^\"]*)\".*", "$1");
        String before = json.replace("\"reason\"", "\"note\"")
                .replace(text, cipher.moved("/reason", "/note", text, UnaryOperator.identity()));
        assertThat(before).doesNotContain("Quill");
        assertThat(StoredEvents.read(serializer, cipher, "shipment.ShipmentLost", "1", before))
                .containsExactly(lost);
        assertThat(StoredEvents.stored(serializer, cipher, "shipment.ShipmentLost", "1", before))
                .doesNotContain("Quill")
                .contains("sealed:");
        keys.destroy("c-1");
        assertThat(StoredEvents.read(serializer, cipher, "shipment.ShipmentLost", "1", before))
                .containsExactly(Erased.in(lost));
    }

    @Test
    void a_text_that_was_encrypted_for_another_place_is_not_moved_on_from_there() {
        String json = stored(MOVED).getData();
        String name = json.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
        assertThat(cipher.moved("/shippingAddress/city", "/note", name, UnaryOperator.identity()))
                .isEqualTo(name);
        assertThat(cipher.moved("/a", "/b", "sealed:no", UnaryOperator.identity()))
                .isEqualTo("sealed:no");
        assertThat(cipher.moved("/shippingAddress/name", "/note", name, whole -> whole.split(" ")[1]))
                .isNotEqualTo(name)
                .satisfies(part -> assertThat(cipher.decrypted("/note", part)).isEqualTo("Quill"));
    }

    @Test
    void one_character_more_or_less_is_noticed() {
        String json = stored(MOVED).getData();
        char[] changed = json.toCharArray();
        int at = json.indexOf("sealed:") + 80;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> serializer.deserialize(again(stored(MOVED), new String(changed))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void it_says_for_which_event_it_is() {
        String json = stored(MOVED).getData();
        String name = json.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
        assertThat(PersonalCipher.isOf(EVENT, name)).isTrue();
        assertThat(PersonalCipher.isOf(UUID.randomUUID().toString(), name)).isFalse();
        assertThat(PersonalCipher.isOf(EVENT, "Zacharias Quill")).isFalse();
    }

    @Test
    void what_a_text_looks_like_does_not_matter() {
        OrderNoteAdded note = new OrderNoteAdded(
                "order-1", "c-1", "sealed:AAAA \u0000 注文 🙂", NoteVisibility.CUSTOMER, Instant.EPOCH);
        assertThat(serializer.<String, Object>deserialize(stored(note))).isEqualTo(note);
    }

    @Test
    void without_the_master_key_it_cannot_be_read_unless_it_is_to_look_erased() throws GeneralSecurityException {
        SerializedObject<String> stored = stored(MOVED);
        use(masters("b", master()), false);
        assertThatThrownBy(() -> serializer.deserialize(stored)).hasRootCauseInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> stored(MOVED)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> check(masters("b", master()), false))
                .hasMessageContaining("The personal data of 1 customer cannot be read without the master key a: c-1");
        use(masters("b", master()), true);
        assertThat(serializer
                        .<String, AddressChanged>deserialize(stored)
                        .shippingAddress()
                        .name())
                .isEqualTo(Erased.TEXT);
        check(masters("b", master()), true);
    }

    @Test
    void a_key_that_is_not_in_the_database_is_no_erasure() {
        SerializedObject<String> stored = stored(MOVED);
        JdbcClient.create(database).sql("delete from personal_key").update();
        use(masters("a", keysOf("a")), false);
        assertThatThrownBy(() -> serializer.deserialize(stored)).hasRootCauseInstanceOf(Unavailable.class);
    }

    private static Aead keysOf(String name) {
        try {
            return master();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Test
    void another_master_key_takes_the_place_of_the_former() throws GeneralSecurityException {
        Aead former = master();
        Aead next = master();
        use(masters("a", former), false);
        SerializedObject<String> stored = stored(MOVED);
        keys.destroy("gone");

        JdbcClient jdbc = JdbcClient.create(database);
        byte[] own = new ServiceKeys(jdbc, Runnable::run, masters("a", former)).of("chain");

        MasterKeys both = new MasterKeys("b", Map.of("a", former, "b", next));
        ServiceKeys ofTheService = new ServiceKeys(jdbc, Runnable::run, both);
        KeyRenewal renewal = new KeyRenewal(jdbc, both, ofTheService);
        renewal.run(new DefaultApplicationArguments());
        assertThat(ofTheService.encryptAnew()).isZero();
        assertThat(new ServiceKeys(jdbc, Runnable::run, masters("b", next)).of("chain"))
                .isEqualTo(own);
        assertThat(renewal.all()).isZero();

        use(masters("b", next), false);
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(MOVED);
        check(masters("b", next), false);
    }

    private void check(MasterKeys masters, boolean erasedIfUnreadable) {
        new MasterKeyCheck(JdbcClient.create(database), masters, null, erasedIfUnreadable).canBeRead();
    }

    private static SerializedObject<String> again(SerializedObject<String> stored, String json) {
        return new SimpleSerializedObject<>(json, String.class, stored.getType());
    }

    @Test
    void what_is_no_JSON_is_told_as_ever() {
        SerializedObject<String> stored = stored(MOVED);
        assertThatThrownBy(() -> serializer.deserialize(again(stored, "{"))).isInstanceOf(SerializationException.class);
    }
}
