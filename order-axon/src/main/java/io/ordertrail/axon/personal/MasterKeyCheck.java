package io.ordertrail.axon.personal;

import io.ordertrail.axon.access.ServiceSecrets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at the start whether every customer's key can be read: it is in this database, and its master key is there. */
final class MasterKeyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyCheck.class);
    private static final int NAMED = 10;
    private static final int MARK_BYTES = 16;

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final @Nullable SealedEvents events;
    private final boolean erasedIfUnreadable;

    /** @param events null where they are elsewhere */
    MasterKeyCheck(JdbcClient jdbc, MasterKeys masters, @Nullable SealedEvents events, boolean erasedIfUnreadable) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.events = events;
        this.erasedIfUnreadable = erasedIfUnreadable;
    }

    /**
     * Requires that the keys are in the database in which they always were: each has a mark, which the database of the
     * events remembers.
     *
     * @throws MissingMasterKey they are in another one
     */
    void isTheSame(ServiceSecrets secrets) {
        byte[] mark = jdbc.sql("select id from key_database")
                .query(String.class)
                .optional()
                .map(HexFormat.of()::parseHex)
                .orElseGet(this::mark);
        if (!MessageDigest.isEqual(mark, secrets.adopt("key-database", mark))) {
            throw new MissingMasterKey(
                    "The keys of customers are in another database than this one.",
                    "Set ordertrail.personal-data.keys.url as it was; to move the keys, copy the tables personal_key and"
                            + " key_database.",
                    null);
        }
    }

    private byte[] mark() {
        byte[] mark = new byte[MARK_BYTES];
        new SecureRandom().nextBytes(mark);
        jdbc.sql("insert into key_database (id) values (?)")
                .param(HexFormat.of().formatHex(mark))
                .update();
        return mark;
    }

    /** @throws MissingMasterKey one is not there, and nobody said that this does not matter */
    void canBeRead() {
        List<String> missing = jdbc
                .sql("select distinct master_key from personal_key where secret is not null"
                        + " union select distinct master_key from service_key")
                .query(String.class)
                .list()
                .stream()
                .filter(name -> masters.named(name) == null)
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        List<String> customers = jdbc.sql("select subject from personal_key where master_key in (:missing)"
                        + " and secret is not null order by subject")
                .param("missing", missing)
                .query(String.class)
                .list();
        String what = customers.isEmpty()
                ? "What the service signs and chains with cannot be read without the master key "
                        + String.join(", ", missing)
                : "The personal data of "
                        + (customers.size() == 1 ? "1 customer" : customers.size() + " customers")
                        + " cannot be read without the master key " + String.join(", ", missing) + ": "
                        + customers.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (customers.size() > NAMED ? ", …" : "")
                        + (events == null ? "" : ". It is in " + events.with(keys(missing)));
        if (!erasedIfUnreadable) {
            throw new MissingMasterKey(
                    what,
                    "Give it as ordertrail.personal-data.master-key or former-master-key, or let"
                            + " ordertrail.personal-data.erased-if-unreadable=true show them as erased.",
                    null);
        }
        LOG.warn("{}. These are shown as erased, as ordertrail.personal-data.erased-if-unreadable wants it.", what);
    }

    private Set<String> keys(List<String> masters) {
        return new HashSet<>(
                jdbc.sql("select key_id from personal_key where master_key in (:masters) and secret is not null")
                        .param("masters", masters)
                        .query(String.class)
                        .list());
    }
}
