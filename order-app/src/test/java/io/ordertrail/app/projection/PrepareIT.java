package io.ordertrail.app.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.OrderApp;
import io.ordertrail.axon.database.EmbeddedDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that an operator gives before a release starts. */
class PrepareIT {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void it_says_of_each_view_whether_there_was_anything_to_do() throws Exception {
        assertThat(prepare(folder)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("order-list: nothing to do", "order-view: nothing to do")
                .doesNotContain("prepared");
        // At work is a release that makes other rows of it.
        execute("update view_generation set made_by = 'another release' where projection = 'order-list'");
        assertThat(prepare(folder)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("order-list: prepared");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_cannot_be_opened_is_told_in_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(prepare(file)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith("prepare: not done").hasLineCount(1);
    }

    private int prepare(Path dataDir) {
        return new CommandLine(new Prepare(OrderApp.class))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--data-dir", dataDir.toString());
    }

    private void execute(String sql) throws SQLException {
        EmbeddedDatabase database = new EmbeddedDatabase(folder);
        try (Connection connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
