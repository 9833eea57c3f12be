package io.ordertrail.app.importing;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.app.importing.sale.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The import as a process of its own, ended from outside. */
@DisabledOnOs(OS.WINDOWS)
class StoppedIT {

    @TempDir
    Path folder;

    StubService service;

    @BeforeEach
    void start() throws IOException {
        service = new StubService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_stop_says_how_far_it_came_and_how_to_go_on() throws Exception {
        String[] rows = IntStream.range(0, 100_000).mapToObj(i -> row("A-" + i)).toArray(String[]::new);
        rows[0] = row("A-0", Column.QUANTITY, "two");
        OrdersFile file = OrdersFile.of(folder, rows);
        Path said = folder.resolve("said.txt");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.ordertrail.app.OrderApp",
                        "import",
                        file.path.toString(),
                        "--url",
                        service.url())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        await().atMost(Duration.ofMinutes(2)).until(() -> service.orders.size() > 200 || !process.isAlive());
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).as(() -> text(said)).isEqualTo(143);
        assertThat(Files.readString(said))
                .contains("import: stopped after orders ")
                .containsPattern("placed +[0-9]+")
                .contains("stopped, as you wished")
                .contains("can be started again with the same command")
                .contains("1 row was rejected");
        assertThat(folder.resolve("orders.rejects.csv")).content().contains("NOT_A_NUMBER");
    }
}
