package io.ordertrail.axon.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import io.ordertrail.axon.access.SecretsForTests;
import io.ordertrail.axon.access.ServiceSecrets;
import io.ordertrail.axon.personal.PersonalDataProperties.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    private static final byte[] TEXT = "a key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ABOUT = "c-1".getBytes(StandardCharsets.UTF_8);

    private final ServiceSecrets secrets = SecretsForTests.inMemory();

    @TempDir
    private Path folder;

    private MasterKeys keys(@Nullable String master, @Nullable String former) {
        return MasterKeys.of(
                new PersonalDataProperties(master, former, false, false, false, new Keys(null, null, null)), secrets);
    }

    private static byte[] open(MasterKeys keys, String name, byte[] secret) throws GeneralSecurityException {
        return Objects.requireNonNull(keys.named(name)).decrypt(secret, ABOUT);
    }

    @Test
    void without_a_setting_it_is_in_the_database_and_always_the_same() throws GeneralSecurityException {
        MasterKeys first = keys(null, null);
        byte[] secret = first.currentKey().encrypt(TEXT, ABOUT);
        assertThat(first.current()).isEqualTo("database");
        assertThat(open(keys(null, null), "database", secret)).isEqualTo(TEXT);
    }

    @Test
    void a_file_is_for_its_owner_only_and_keeps_the_keys_before() throws GeneralSecurityException, IOException {
        Path file = folder.resolve("master-key.json");
        String first = new MasterKeyFile(file).create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> new MasterKeyFile(file).create()).isInstanceOf(FileAlreadyExistsException.class);
        byte[] secret = keys("file:" + file, null).currentKey().encrypt(TEXT, ABOUT);

        String second = new MasterKeyFile(file).roll();
        MasterKeys both = keys("file:" + file, null);
        assertThat(both.current()).isEqualTo(second).isNotEqualTo(first);
        assertThat(open(both, first, secret)).isEqualTo(TEXT);
        assertThat(both.names()).containsExactlyInAnyOrder(first, second, "database");
    }

    @Test
    void a_key_management_service_is_found_by_its_address() throws GeneralSecurityException {
        MasterKeys keys = keys(KmsForTests.ADDRESS, null);
        byte[] secret = keys.currentKey().encrypt(TEXT, ABOUT);
        assertThat(keys.current()).isEqualTo(KmsForTests.ADDRESS);
        assertThat(open(keys(null, KmsForTests.ADDRESS), KmsForTests.ADDRESS, secret))
                .isEqualTo(TEXT);
        Aead inDatabase = Objects.requireNonNull(keys.named("database"));
        assertThatThrownBy(() -> inDatabase.decrypt(secret, ABOUT)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void what_cannot_be_had_is_told_with_its_name() throws IOException {
        assertThatThrownBy(() -> keys("file:/nowhere/at/all.json", null))
                .hasMessageContaining("The master key file:/nowhere/at/all.json cannot be had");
        Path garbage = Files.writeString(folder.resolve("garbage.json"), "{\"key\": 1");
        assertThatThrownBy(() -> keys("file:" + garbage, null)).hasMessageContaining("cannot be had");
        assertThatThrownBy(() -> keys("file:" + folder, null)).hasMessageContaining("cannot be had");
        assertThatThrownBy(() -> keys("aws-kms://arn", null))
                .hasMessageContaining("no client of Tink on the class path knows such an address");
    }
}
