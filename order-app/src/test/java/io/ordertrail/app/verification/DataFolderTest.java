package io.ordertrail.app.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @Test
    void a_database_that_is_open_elsewhere_is_left_alone(@TempDir Path folder) throws Exception {
        Path database = Files.writeString(folder.resolve("ordertrail.mv.db"), "as H2 would write");
        assertThatCode(() -> DataFolder.check(folder)).doesNotThrowAnyException();

        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isShared()).isFalse();
            assertThatThrownBy(() -> DataFolder.check(folder))
                    .isInstanceOf(CannotVerify.class)
                    .hasMessageContaining("a running service has this database open");
        }
    }
}
