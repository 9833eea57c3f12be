package io.ordertrail.axon.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.ordertrail.axon.access.ServiceSecrets;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What encrypts the keys of customers. Each has a name, which is kept beside what it has encrypted.
 *
 * @param current the name of the one that encrypts
 * @param all by name
 */
record MasterKeys(String current, Map<String, Aead> all) {

    private static final String FILE = "file:";
    private static final String IN_DATABASE = "database";
    private static final int BITS_IN_BYTES = 32;
    private static final int IV = 12;
    private static final int TAG = 16;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** @throws IllegalStateException one that is configured cannot be had; says which and why */
    static MasterKeys of(PersonalDataProperties settings, ServiceSecrets secrets) {
        Map<String, Aead> all = new LinkedHashMap<>();
        if (settings.formerMasterKey() != null) {
            add(all, settings.formerMasterKey());
        }
        String current;
        if (settings.masterKey() == null) {
            all.put(IN_DATABASE, inDatabase(secrets));
            current = IN_DATABASE;
        } else {
            current = add(all, settings.masterKey());
            // What was encrypted before there was a master key elsewhere.
            all.putIfAbsent(IN_DATABASE, inDatabase(secrets));
        }
        return new MasterKeys(current, Map.copyOf(all));
    }

    Aead currentKey() {
        return Objects.requireNonNull(all.get(current));
    }

    @Nullable
    Aead named(String name) {
        return all.get(name);
    }

    Set<String> names() {
        return all.keySet();
    }

    /** The name of the one that encrypts. */
    private static String add(Map<String, Aead> all, String where) {
        try {
            if (!where.startsWith(FILE)) {
                all.put(where, service(where).withDefaultCredentials().getAead(where));
                return where;
            }
            KeysetHandle keys = read(Path.of(where.substring(FILE.length())));
            Aead aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
            for (int i = 0; i < keys.size(); i++) {
                all.put(name(keys.getAt(i).getId()), aead);
            }
            return name(keys.getPrimary().getId());
        } catch (GeneralSecurityException | IOException e) {
            throw new MissingMasterKey(
                    "The master key " + where + " cannot be had: " + why(e) + ".",
                    "Name a file that ./ordertrail master-key create has made (docs/how-to/forget-a-person.md).",
                    e);
        }
    }

    /** What a person is told: messages of libraries are often a path alone. */
    static String why(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it is there already";
        }
        return e instanceof GeneralSecurityException || e instanceof MalformedInputException
                ? "it is no key file: " + e.getMessage()
                : e.getClass().getSimpleName() + ", " + e.getMessage();
    }

    private static KmsClient service(String address) throws GeneralSecurityException {
        return ServiceLoader.load(KmsClient.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(client -> client.doesSupport(address))
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException(
                        "a path begins with file:, and no client of Tink on the class path knows such an address"));
    }

    /** A key file holds one key that encrypts, and those that did before. */
    static KeysetHandle read(Path file) throws GeneralSecurityException, IOException {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    static String name(int id) {
        return FILE + Integer.toUnsignedString(id);
    }

    private static Aead inDatabase(ServiceSecrets secrets) {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(BITS_IN_BYTES)
                    .setIvSizeBytes(IV)
                    .setTagSizeBytes(TAG)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(secrets.of("personal-data"), InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
