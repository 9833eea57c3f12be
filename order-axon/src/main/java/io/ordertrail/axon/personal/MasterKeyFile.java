package io.ordertrail.axon.personal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * A file that holds the master key: a JSON keyset of Tink, which its own tool reads as well. One key encrypts; those
 * before it still decrypt.
 */
public final class MasterKeyFile {

    private static final String OWNER_ONLY = "rw-------";

    private final Path file;

    public MasterKeyFile(Path file) {
        this.file = file;
    }

    /**
     * Makes the file, with a new key.
     *
     * @return the name of the key
     * @throws IOException there is such a file, or it cannot be written
     */
    public String create() throws IOException, GeneralSecurityException {
        AeadConfig.register();
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return write(KeysetHandle.newBuilder());
    }

    /**
     * Adds a new key, which encrypts from the next start on.
     *
     * @return its name
     */
    public String roll() throws IOException, GeneralSecurityException {
        AeadConfig.register();
        return write(KeysetHandle.newBuilder(MasterKeys.read(file)));
    }

    /** Why one of these failed, for a person. */
    public static String why(Exception e) {
        return MasterKeys.why(e);
    }

    private String write(KeysetHandle.Builder keys) throws IOException, GeneralSecurityException {
        KeysetHandle all = keys.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        Path folder = file.toAbsolutePath().getParent();
        Path next = Files.createTempFile(
                folder,
                "master-key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(next, TinkJsonProtoKeysetFormat.serializeKeyset(all, InsecureSecretKeyAccess.get()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        return MasterKeys.name(all.getPrimary().getId());
    }
}
