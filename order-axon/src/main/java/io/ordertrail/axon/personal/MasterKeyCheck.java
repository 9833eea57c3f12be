package io.ordertrail.axon.personal;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at the start whether every customer's key can be read, and encrypts those anew that a former master key has
 * encrypted.
 */
public final class MasterKeyCheck implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyCheck.class);
    private static final int AT_ONCE = 500;
    private static final int NAMED = 10;

    private final JdbcClient jdbc;
    private final PersonalKeys keys;
    private final MasterKeys masters;
    private final boolean erasedIfUnreadable;

    MasterKeyCheck(JdbcClient jdbc, PersonalKeys keys, MasterKeys masters, boolean erasedIfUnreadable) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.masters = masters;
        this.erasedIfUnreadable = erasedIfUnreadable;
        look();
    }

    private void look() {
        List<String> missing = jdbc
                .sql("select distinct master_key from personal_key where secret is not null")
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
        String what = "The personal data of " + customers.size() + " customers cannot be read without the master key "
                + String.join(", ", missing) + ": "
                + customers.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (customers.size() > NAMED ? ", …" : "");
        if (!erasedIfUnreadable) {
            throw new IllegalStateException(
                    what + ". Give it as ordertrail.personal-data.master-key or"
                            + " former-master-key, or let ordertrail.personal-data.erased-if-unreadable=true show them as erased.");
        }
        LOG.warn("{}. They are shown as erased, as ordertrail.personal-data.erased-if-unreadable wants it.", what);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int all = 0;
        for (int some = keys.encryptAnew(AT_ONCE); some > 0; some = keys.encryptAnew(AT_ONCE)) {
            all += some;
        }
        if (all > 0) {
            LOG.info("The keys of {} customers are encrypted anew, with the master key {}", all, masters.current());
        }
    }
}
