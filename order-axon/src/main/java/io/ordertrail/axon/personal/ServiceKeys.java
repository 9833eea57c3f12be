package io.ordertrail.axon.personal;

import com.google.crypto.tink.Aead;
import io.ordertrail.axon.failure.Unavailable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys that the service makes for itself, once, and keeps beside those of customers, encrypted with the master key as
 * they are. So who can read and write the database, and does not have the master key, can neither sign nor make a chain
 * as the service does. All nodes have the same.
 */
public final class ServiceKeys {

    private static final int BYTES = 32;
    private static final String SELECT = "select name, master_key, secret from service_key where ";

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Consumer<Runnable> making;
    private final MasterKeys masters;

    /** @param making does its work in a transaction of its own, which is on the disk when it has ended */
    ServiceKeys(JdbcClient jdbc, Consumer<Runnable> making, MasterKeys masters) {
        this.jdbc = jdbc;
        this.making = making;
        this.masters = masters;
    }

    private record Row(String name, String master, byte[] secret) {}

    /**
     * The key of this name: 32 bytes, the same for ever; made if there is none.
     *
     * @throws Unavailable it is encrypted with a master key that is not there
     */
    public byte[] of(String name) {
        return find(name).orElseGet(() -> make(name));
    }

    /** The same; empty if there is none yet. */
    public Optional<byte[]> find(String name) {
        byte[] secret = known.get(name);
        if (secret == null) {
            secret = rows("name = ?", name).stream()
                    .findFirst()
                    .map(this::opened)
                    .orElse(null);
            if (secret != null) {
                known.put(name, secret);
            }
        }
        return Optional.ofNullable(secret).map(byte[]::clone);
    }

    private byte[] make(String name) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            making.accept(() -> jdbc.sql("insert into service_key (name, master_key, secret) values (?, ?, ?)")
                    .params(name, masters.current(), encrypted(name, secret))
                    .update());
            return secret;
        } catch (DuplicateKeyException other) {
            // Another node was faster.
            return find(name).orElseThrow(() -> other);
        }
    }

    /** Encrypts those anew that a former master key has encrypted; how many it were. */
    int encryptAnew() {
        int anew = 0;
        for (Row row : rows("master_key <> ?", masters.current())) {
            if (masters.named(row.master) != null) {
                anew += jdbc.sql("update service_key set secret = ?, master_key = ? where name = ?")
                        .params(encrypted(row.name, opened(row)), masters.current(), row.name)
                        .update();
            }
        }
        return anew;
    }

    private List<Row> rows(String condition, String parameter) {
        return jdbc.sql(SELECT + condition)
                .param(parameter)
                .query((row, n) -> new Row(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private byte[] opened(Row row) {
        Aead master = masters.named(row.master);
        if (master == null) {
            throw new Unavailable("The service's key " + row.name + " needs the master key " + row.master);
        }
        try {
            return master.decrypt(row.secret, about(row.name));
        } catch (GeneralSecurityException e) {
            throw new Unavailable("The service's key " + row.name + " cannot be decrypted", e);
        }
    }

    private byte[] encrypted(String name, byte[] secret) {
        try {
            return masters.currentKey().encrypt(secret, about(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The service's key " + name + " cannot be encrypted", e);
        }
    }

    /** What a key is bound to: it cannot be given another name, nor be a customer's. */
    private static byte[] about(String name) {
        return ("service-key\n" + name).getBytes(StandardCharsets.UTF_8);
    }
}
