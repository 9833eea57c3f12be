package io.ordertrail.axon.personal;

import com.google.crypto.tink.Aead;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.axon.personal.PersonalKeys.PersonalKey;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Encrypts the personal data of an event: each text for itself, with the key of the event's data subject. The id of the
 * event and the place of the text in it are associated data, so that a text that was moved cannot be read.
 *
 * <p>An encrypted text is {@code sealed:} and, in base64url, 8 bytes that name the key, 16 that are the event's id, and
 * what AES-GCM makes of the text: an initialisation vector of 12 bytes, the cipher text and a tag of 16 bytes.
 */
public final class PersonalCipher {

    /** What each encrypted text begins with. */
    static final String MARK = "sealed:";

    private static final int KEY_BYTES = 8;
    private static final int ID_BYTES = 16;
    private static final UUID NO_EVENT = new UUID(0, 0);

    private static final ClassValue<Boolean> CONCERNED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return DataSubjects.named(type) && PersonalTypes.hold(type);
        }
    };

    private final PersonalKeys keys;
    private final DataSubjects subjects;
    private final ThreadLocal<UUID> event = ThreadLocal.withInitial(() -> NO_EVENT);

    PersonalCipher(PersonalKeys keys, DataSubjects subjects) {
        this.keys = keys;
        this.subjects = subjects;
    }

    /** Whether what is stored of {@code type} may hold personal data. */
    public static boolean concerns(Class<?> type) {
        return CONCERNED.get(type);
    }

    /** {@code event} is about to be stored as the first one of the stream {@code id}. */
    void begins(String id, Object event) {
        subjects.begins(id, event);
    }

    /** What {@code work} encrypts belongs to the event {@code id}. */
    <T> T within(String id, Supplier<T> work) {
        event.set(uuid(id));
        try {
            return work.get();
        } finally {
            event.remove();
        }
    }

    /** Has {@code writer} encrypt what is personal in {@code message}. */
    public ObjectWriter encrypting(ObjectWriter writer, Object message) {
        UUID id = event.get();
        // Not before there is something to encrypt: most messages that could hold personal data hold none.
        return writer.withAttribute(PersonalDataModule.WRITING, (PersonalDataModule.Change) (pointer, text) -> {
            PersonalKey key = keyFor(message);
            if (key == null) {
                return Erased.TEXT;
            }
            String secret = encrypt(key, id, pointer, text);
            keys.opened().put(pointer + secret, text);
            return secret;
        });
    }

    /** Null if the customer is forgotten and {@code message} is stored nevertheless. */
    private @Nullable PersonalKey keyFor(Object message) {
        try {
            return keys.of(subjects.of(message));
        } catch (Refused forgotten) {
            if (DataSubjects.isByOwner(message)) {
                return null;
            }
            throw forgotten;
        }
    }

    /**
     * Encrypts a text that is personal and stands beside {@code message}, which names whose it is.
     *
     * @param place what it is called there
     */
    String encrypted(Object message, String place, String text) {
        return encryptedFor(subjects.of(message), place, text);
    }

    /** The same of a text about the order, the account or another thing {@code id}. */
    public String encryptedOf(String id, String place, String text) {
        return encryptedFor(subjects.ownerOf(id), place, text);
    }

    private String encryptedFor(String subject, String place, String text) {
        try {
            return encrypt(keys.of(subject), event.get(), place, text);
        } catch (Refused forgotten) {
            return Erased.TEXT;
        }
    }

    /** What {@link #encrypted} was given, of the same place; {@link Erased#TEXT} once its person is forgotten. */
    public String decrypted(String place, String text) {
        return decrypt(place, text);
    }

    /** Has {@code reader} decrypt it. */
    public ObjectReader decrypting(ObjectReader reader) {
        return reader.withAttribute(PersonalDataModule.READING, (PersonalDataModule.Change) this::decrypt);
    }

    /**
     * {@code text} after {@code change}, as it is stored at {@code to}: encrypted with the same key if it was encrypted
     * for {@code from}. What was encrypted for another place stays as it is, and cannot be read there either.
     */
    public @Nullable String moved(String from, String to, String text, UnaryOperator<@Nullable String> change) {
        if (!text.startsWith(MARK)) {
            return change.apply(text);
        }
        Sealed sealed;
        String plain;
        try {
            sealed = Sealed.read(text);
            plain = decrypt(from, text);
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException e) {
            return change.apply(text);
        }
        String changed = change.apply(plain);
        Optional<Aead> key = keys.opener(sealed.key());
        if (changed == null || key.isEmpty()) {
            return changed;
        }
        String secret = encrypt(new PersonalKey(sealed.key(), key.get()), sealed.event(), to, changed);
        keys.opened().put(to + secret, changed);
        return secret;
    }

    private static String encrypt(PersonalKey key, UUID id, String pointer, String text) {
        try {
            byte[] secret = key.aead().encrypt(text.getBytes(StandardCharsets.UTF_8), about(id, pointer));
            ByteBuffer all = ByteBuffer.allocate(KEY_BYTES + ID_BYTES + secret.length)
                    .put(HexFormat.of().parseHex(key.id()))
                    .put(bytes(id))
                    .put(secret);
            return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt " + pointer, e);
        }
    }

    private String decrypt(String pointer, String text) {
        if (!text.startsWith(MARK)) {
            return text;
        }
        String known = keys.opened().getIfPresent(pointer + text);
        if (known == null) {
            known = open(pointer, text);
            keys.opened().put(pointer + text, known);
        }
        return known;
    }

    private String open(String pointer, String text) {
        Sealed sealed = Sealed.read(text);
        Optional<Aead> opener = keys.opener(sealed.key());
        if (opener.isEmpty()) {
            return Erased.TEXT;
        }
        try {
            byte[] plain = opener.get().decrypt(sealed.secret(), about(sealed.event(), pointer));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The personal data at " + pointer + " was changed, or is another field's", e);
        }
    }

    /** Whether {@code text} is encrypted, and for the event {@code id}. */
    public static boolean isOf(String id, String text) {
        return text.startsWith(MARK) && uuid(id).equals(Sealed.read(text).event());
    }

    /** An encrypted text in its parts. */
    record Sealed(String key, UUID event, byte[] secret) {

        static Sealed read(String text) {
            ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(MARK.length())));
            byte[] key = new byte[KEY_BYTES];
            all.get(key);
            UUID event = new UUID(all.getLong(), all.getLong());
            byte[] secret = new byte[all.remaining()];
            all.get(secret);
            return new Sealed(HexFormat.of().formatHex(key), event, secret);
        }
    }

    private static byte[] about(UUID id, String pointer) {
        byte[] place = pointer.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(ID_BYTES + place.length)
                .put(bytes(id))
                .put(place)
                .array();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The ids of our own events are UUIDs. */
    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        }
    }
}
