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

    private byte[] findOrMake(String name) {
        return find(name).orElseGet(() -> {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
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
