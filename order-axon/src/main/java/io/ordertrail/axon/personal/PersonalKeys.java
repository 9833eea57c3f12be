package io.ordertrail.axon.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.failure.Unavailable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of customers: AES-GCM of 256 bits, one each, made when something personal of theirs is stored for the first
 * time. They are kept in their own transactions, before what is encrypted with them.
 */
public final class PersonalKeys {

    /** So long a node may still know a key that another one has destroyed. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST = 10_000;
    private static final int ID_BYTES = 8;

    private final JdbcClient jdbc;
    private final Consumer<Runnable> making;
    private final Consumer<Runnable> destroying;
    private final MasterKeys masters;
    private final boolean erasedIfUnreadable;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, PersonalKey> bySubject = remembering();
    private final Cache<String, Optional<Aead>> byId = remembering();
    private final Cache<String, String> opened = remembering();

    /**
     * @param making does its work in a transaction of its own, whatever is under way
     * @param destroying the same, and is on the disk when it has ended
     */
    PersonalKeys(
            JdbcClient jdbc,
            Consumer<Runnable> making,
            Consumer<Runnable> destroying,
            MasterKeys masters,
            boolean erasedIfUnreadable,
            Clock clock) {
        this.jdbc = jdbc;
        this.making = making;
        this.destroying = destroying;
        this.masters = masters;
        this.erasedIfUnreadable = erasedIfUnreadable;
        this.clock = clock;
    }

    /** @param id 16 hexadecimal digits */
    record PersonalKey(String id, Aead aead) {}

    /** A row. */
    record Stored(String id, String subject, String master, byte @Nullable [] secret) {}

    private static <K, V> Cache<K, V> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /**
     * The key of {@code subject}, made if there is none.
     *
     * @throws Refused the customer is forgotten
     * @throws Unavailable it is encrypted with a master key that is not there
     */
    PersonalKey of(String subject) {
        PersonalKey known = bySubject.getIfPresent(subject);
        if (known != null) {
            return known;
        }
        PersonalKey found = find("subject", subject).map(this::opened).orElseGet(() -> make(subject));
        bySubject.put(subject, found);
        return found;
    }

    /**
     * What opens what was encrypted with the key {@code id}; empty if that is destroyed.
     *
     * @throws Unavailable it is encrypted with a master key that is not there, or is not in this database
     */
    Optional<Aead> opener(String id) {
        Optional<Aead> known = byId.getIfPresent(id);
        if (known == null) {
            known = read(id);
            byId.put(id, known);
        }
        return known;
    }

    /**
     * What was encrypted or decrypted lately, by what is stored of it: views, processes and the next command read an
     * event soon after it was stored. It is let go of with every key that is destroyed.
     */
    Cache<String, String> opened() {
        return opened;
    }

    /** Destroys the key of {@code subject}, for ever; makes sure that there will never be one. Twice is no harm. */
    public void destroy(String subject) {
        destroying.accept(() -> {
            Timestamp now = Timestamp.from(clock.instant());
            int rows = jdbc.sql("update personal_key set secret = null, erased_at = coalesce(erased_at, ?)"
                            + " where subject = ?")
                    .params(now, subject)
                    .update();
            if (rows == 0) {
                jdbc.sql("insert into personal_key (key_id, subject, master_key, made_at, erased_at)"
                                + " values (?, ?, '', ?, ?)")
                        .params(newId(), subject, now, now)
                        .update();
            }
        });
        bySubject.invalidate(subject);
        byId.invalidateAll();
        opened.invalidateAll();
    }

    /** Customers of whom something personal was first stored before {@code instant}, and who are not forgotten. */
    public List<String> knownBefore(Instant instant) {
        return jdbc.sql("select subject from personal_key where made_at < ? and secret is not null order by made_at")
                .param(Timestamp.from(instant))
                .query(String.class)
                .list();
    }

    private Optional<Aead> read(String id) {
        Optional<Stored> stored = find("key_id", id);
        if (stored.isEmpty() && !erasedIfUnreadable) {
            throw new Unavailable("The key " + id + " of a customer is not in the database of keys");
        }
        if (stored.isEmpty() || stored.get().secret == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(opened(stored.get()).aead());
        } catch (Unavailable e) {
            if (erasedIfUnreadable) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private PersonalKey opened(Stored stored) {
        if (stored.secret == null) {
            throw new Refused(new CustomerIsErased(stored.subject));
        }
        Aead master = masters.named(stored.master);
        if (master == null) {
            throw new Unavailable("A customer's key needs the master key " + stored.master);
        }
        try {
            KeysetHandle key = TinkProtoKeysetFormat.parseEncryptedKeyset(stored.secret, master, about(stored.subject));
            return new PersonalKey(stored.id, key.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new Unavailable("The key " + stored.id + " of a customer cannot be decrypted", e);
        }
    }

    private PersonalKey make(String subject) {
        try {
            KeysetHandle key = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            String id = newId();
            insert(id, subject, encrypted(key, subject));
            return new PersonalKey(id, key.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (DuplicateKeyException other) {
            // Another node or thread was faster.
            return find("subject", subject).map(this::opened).orElseThrow(() -> other);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(String id, String subject, byte[] secret) {
        making.accept(() -> jdbc.sql("insert into personal_key (key_id, subject, master_key, secret, made_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(id, subject, masters.current(), secret, Timestamp.from(clock.instant()))
                .update());
    }

    private byte[] encrypted(KeysetHandle key, String subject) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, masters.currentKey(), about(subject));
    }

    private Optional<Stored> find(String column, String value) {
        return jdbc.sql("select key_id, subject, master_key, secret from personal_key where " + column + " = ?")
                .param(value)
                .query((row, n) -> new Stored(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4)))
                .optional();
    }

    /** What a key is bound to: it cannot be given to somebody else. */
    static byte[] about(String subject) {
        return subject.getBytes(StandardCharsets.UTF_8);
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
