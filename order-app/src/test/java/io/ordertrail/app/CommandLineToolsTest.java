package io.ordertrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineToolsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = CommandLineTools.commandLine();
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void settings_are_for_the_service_and_words_for_the_tools() {
        assertThat(CommandLineTools.areMeantBy()).isFalse();
        assertThat(CommandLineTools.areMeantBy("--server.port=8081")).isFalse();
        assertThat(CommandLineTools.areMeantBy("import", "orders.csv")).isTrue();
        assertThat(CommandLineTools.areMeantBy("imprt")).isTrue();
        assertThat(CommandLineTools.areMeantBy("--help")).isTrue();
        assertThat(CommandLineTools.areMeantBy("--version")).isTrue();
    }

    @Test
    void help_names_the_commands_and_their_options() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("import", "verify");
        assertThat(run("import", "--help")).isZero();
        assertThat(out.toString()).contains("--url", "--channel", "--parallel", "--actor", "--rejects", "Exit codes");
        assertThat(run("verify", "--help")).isZero();
        assertThat(out.toString()).contains("--data-dir", "--jdbc-url");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Ordertrail ");
    }

    @Test
    void what_is_misspelt_or_missing_is_named_and_exits_with_2(@TempDir Path folder) throws Exception {
        assertThat(run("imprt")).isEqualTo(2);
        assertThat(err.toString()).contains("imprt");
        assertThat(run("import")).isEqualTo(2);
        assertThat(err.toString()).contains("<orders.csv>");
        assertThat(run("import", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv: there is no such file");
        assertThat(run("import", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("this is not a file");
        Path file = Files.writeString(folder.resolve("orders.csv"), "a,b\n");
        assertThat(run("import", file.toString(), "--rejects", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--rejects would overwrite");
        assertThat(run("import", file.toString())).isEqualTo(2);
        assertThat(run("capsule", "load", folder.resolve("none.ndjson").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none.ndjson cannot be read");
        assertThat(run("capsule", "load", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("orders.csv, line 1: ");
        assertThat(run("capsule", "export", "order-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--out");
        assertThat(err.toString()).contains("orders.csv: The header is not the one expected");
        assertThat(Files.readString(file)).isEqualTo("a,b\n");
    }

    @Test
    void verify_makes_no_database_where_there_is_none(@TempDir Path folder) throws Exception {
        assertThat(run("verify", "--data-dir", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no such folder");
        assertThat(run("verify", "--data-dir", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no database in this folder");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
