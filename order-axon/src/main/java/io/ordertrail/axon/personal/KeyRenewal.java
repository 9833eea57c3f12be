package io.ordertrail.axon.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import io.ordertrail.axon.personal.PersonalKeys.Stored;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Encrypts at the start the keys of customers, and the service's own, anew that a former master key has encrypted. */
final class KeyRenewal implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final ServiceKeys ofTheService;

    KeyRenewal(JdbcClient jdbc, MasterKeys masters, ServiceKeys ofTheService) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.ofTheService = ofTheService;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ofTheService.encryptAnew();
        int all = all();
        if (all > 0) {
            LOG.info("{} keys of customers are encrypted anew, with the master key {}", all, masters.current());
        }
    }

    /** How many it were. */
    int all() {
        int all = 0;
        for (int some = encryptAnew(AT_ONCE); some > 0; some = encryptAnew(AT_ONCE)) {
            all += some;
        }
        return all;
    }

    /** Encrypts anew up to {@code most} keys that another master key than the current one encrypts; how many. */
    private int encryptAnew(int most) {
        return jdbc
                .sql("select key_id, subject, master_key, secret from personal_key"
                        + " where master_key <> :current and master_key in (:names) and secret is not null limit "
                        + most)
                .param("current", masters.current())
                .param("names", masters.names())
                .query((row, n) -> new Stored(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4)))
                .list()
                .stream()
                .mapToInt(this::encryptAnew)
                .sum();
    }

    private int encryptAnew(Stored stored) {
        try {
            Aead master = masters.named(stored.master());
            KeysetHandle key = TinkProtoKeysetFormat.parseEncryptedKeyset(
                    stored.secret(), master, PersonalKeys.about(stored.subject()));
            byte[] secret = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    key, masters.currentKey(), PersonalKeys.about(stored.subject()));
            // Unless it was destroyed meanwhile.
            return jdbc.sql(
                            "update personal_key set secret = ?, master_key = ? where key_id = ? and secret is not null")
                    .params(secret, masters.current(), stored.id())
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + stored.id() + " of a customer cannot be decrypted", e);
        }
    }
}
