package io.ordertrail.axon.access;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Secrets that the service makes for itself, once, and keeps in its database: all nodes on one database have the same.
 * Whoever can read the database can sign as the service does.
 */
public final class ServiceSecrets {

    private static final int BYTES = 32;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    ServiceSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The secret of this name: 32 bytes, the same for ever. */
    public byte[] of(String name) {
        return known.computeIfAbsent(name, this::findOrMake).clone();
    }

    /** The secret of this name; {@code first} if there was none. */
    public byte[] adopt(String name, byte[] first) {
        return findOr(name, first);
    }

    private byte[] findOrMake(String name) {
        byte[] made = new byte[BYTES];
        new SecureRandom().nextBytes(made);
        return findOr(name, made);
    }

    private byte[] findOr(String name, byte[] secret) {
        return find(name).orElseGet(() -> {
            try {
                jdbc.sql("insert into service_secret (name, secret) values (?, ?)")
                        .params(name, HexFormat.of().formatHex(secret))
                        .update();
                return secret;
            } catch (DuplicateKeyException other) {
                // Another node was faster.
                return find(name).orElseThrow(() -> other);
            }
        });
    }

    private Optional<byte[]> find(String name) {
        return jdbc.sql("select secret from service_secret where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .map(HexFormat.of()::parseHex);
    }
}
