package io.ordertrail.axon.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** A key management service with one key, which no other process has. */
public final class KmsForTests implements KmsClient {

    static final String ADDRESS = "test-kms://key";

    private static final Aead KEY = key();

    private static Aead key() {
        try {
            AeadConfig.register();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public boolean doesSupport(String address) {
        return address.startsWith("test-kms:");
    }

    @Override
    public KmsClient withCredentials(@Nullable String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String address) {
        return KEY;
    }
}
