package io.ordertrail.axon.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of a service, for the tests of other packages. */
public final class ServiceKeysForTests {

    private ServiceKeysForTests() {}

    /** Kept by {@code jdbc}, which has their table, with a master key of their own. */
    public static ServiceKeys in(JdbcClient jdbc) throws GeneralSecurityException {
        AeadConfig.register();
        Aead master = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        return new ServiceKeys(jdbc, Runnable::run, new MasterKeys("test", Map.of("test", master)));
    }
}
