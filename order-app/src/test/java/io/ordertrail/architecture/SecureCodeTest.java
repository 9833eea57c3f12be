package io.ordertrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands nowhere in the code of the service. */
class SecureCodeTest {

    private static final Path ROOT = Path.of("..");
    private static List<Source> sources;

    private record Source(String name, String text) {

        List<String> places(Pattern unwanted) {
            return unwanted.matcher(text)
                    .results()
                    .map(found -> name + ": " + found.group())
                    .toList();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            sources = modules.map(module -> module.resolve("src/main/java"))
                    .filter(folder -> folder.toString().contains("order-") && Files.isDirectory(folder))
                    .flatMap(SecureCodeTest::files)
                    .map(file -> new Source(file.getFileName().toString(), text(file)))
                    .toList();
        }
        assertThat(sources).hasSizeGreaterThan(500);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> places(String unwanted) {
        Pattern pattern = Pattern.compile(unwanted);
        return sources.stream()
                .flatMap(source -> source.places(pattern).stream())
                .toList();
    }

    @Test
    void each_search_finds_what_it_looks_for() {
        Source bad = new Source(
                "Bad.java",
                "new ProcessBuilder(x); Runtime.getRuntime().exec(x); String.format(text, x); text.formatted(x);"
                        + " Pattern.compile(text); getInstance(\"MD5\"); @CrossOrigin new InitialContext();"
                        + " new SpelExpressionParser(); new Random();");
        for (String unwanted : List.of(PROGRAM, FORMAT, PATTERN, WEAK, CORS, LOOKED_UP, EXPRESSION, GUESSABLE)) {
            assertThat(bad.places(Pattern.compile(unwanted))).as(unwanted).isNotEmpty();
        }
    }

    private static final String PROGRAM = "\\bProcessBuilder\\b|getRuntime\\(\\)\\s*\\.exec";

    /** A text that is not written there. */
    private static final String FORMAT = "String\\.format\\(\\s*(?!\"|Locale)\\w+|\\b[a-z]\\w*\\.formatted\\(";

    /** In the place of a constant. */
    private static final String PATTERN = "Pattern\\.compile\\(\\s*[a-z]\\w*";

    private static final String WEAK = "\"(MD5|SHA-?1|DES|DESede|RC4|[\\w/]*ECB[\\w/]*)\"|\\bmd5\\w*\\(|\\bsha1\\w*\\(";
    private static final String CORS = "CrossOrigin|addCorsMappings|CorsConfiguration|Access-Control-Allow";
    private static final String LOOKED_UP = "InitialContext|ObjectInputStream|ScriptEngine";
    private static final String EXPRESSION = "ExpressionParser|ExpressionFactory";
    private static final String GUESSABLE = "new Random\\(|Math\\.random|ThreadLocalRandom";

    @Test
    void the_service_starts_no_program() {
        assertThat(places(PROGRAM)).isEmpty();
    }

    @Test
    void no_format_and_no_pattern_is_made_of_input() {
        assertThat(places(FORMAT)).isEmpty();
        assertThat(places(PATTERN)).isEmpty();
    }

    @Test
    void nothing_weak_is_used_for_hashes_and_ciphers() {
        assertThat(places(WEAK)).isEmpty();
    }

    @Test
    void no_other_origin_is_allowed_to_read_an_answer() {
        assertThat(places(CORS)).isEmpty();
    }

    @Test
    void no_expression_no_script_and_no_stored_object_is_run() {
        assertThat(places(LOOKED_UP)).isEmpty();
        assertThat(places(EXPRESSION)).isEmpty();
    }

    @Test
    void what_is_delivered_holds_nothing_of_how_it_was_made() throws IOException {
        Pattern known = Pattern.compile(".*\\.(class|sql|json|txt|tsv|yml|properties|imports|factories)");
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<String> delivered = modules.map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .flatMap(folder -> everything(folder)
                            .map(file -> folder.relativize(file).toString()))
                    .toList();
            assertThat(delivered).hasSizeGreaterThan(500);
            assertThat(delivered).noneMatch(file -> file.contains(".git") || file.contains(".svn"));
            assertThat(delivered)
                    .filteredOn(file -> !known.matcher(file).matches() && !file.contains("META-INF/services/"))
                    .isEmpty();
        }
    }

    private static Stream<Path> everything(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_random_can_be_guessed() {
        // Ids of traces, and how long it is waited before another try, are no secrets.
        assertThat(places(GUESSABLE)).allMatch(place -> place.matches("(Trace|Patience)\\.java: .*"));
    }
}
