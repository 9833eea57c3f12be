package io.ordertrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/reference says of security names tests: each of them is there. */
class SecurityPagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void each_test_that_a_linkednames_is_there() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (String page : List.of("owasp-api.md", "asvs.md")) {
            Matcher test =
                    TEST.matcher(Files.readString(ROOT.resolve("docs/reference").resolve(page)));
            while (test.find()) {
                named++;
                String source = tests.getOrDefault(test.group(1), "");
                boolean there =
                        test.group(2) == null ? !source.isEmpty() : source.contains("void " + test.group(2) + "(");
                if (!there) {
                    missing.add(page + ": " + test.group());
                }
            }
        }
        assertThat(named).isGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    private static final Pattern MET =
            Pattern.compile("\\| ([0-9.]+(?: to [0-9.]+)?) \\| [12, ]+ \\| met \\| (.*) \\|");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern SETTING = Pattern.compile("`((?:ordertrail|server|spring|logging)\\.[\\w.-]+)`");

    /** How something is built shows itself in a test, a setting or a page; else nobody knows. */
    @Test
    void each_requirement_that_is_met_has_a_test_a_setting_or_a_page() throws IOException {
        Path page = ROOT.resolve("docs/reference/asvs.md");
        String settings = Files.readString(ROOT.resolve("docs/reference/settings.md"));
        List<String> without = new ArrayList<>();
        int met = 0;
        for (String line : Files.readAllLines(page)) {
            Matcher row = MET.matcher(line);
            if (row.matches()) {
                met++;
                String evidence = row.group(2);
                boolean linked = LINK.matcher(evidence)
                        .results()
                        .anyMatch(link -> Files.exists(page.resolveSibling(link.group(1))));
                boolean setting = SETTING.matcher(evidence)
                        .results()
                        .anyMatch(name -> settings.contains("`" + name.group(1) + "`"));
                if (!linked && !setting && !TEST.matcher(evidence).find()) {
                    without.add(row.group(1));
                }
            }
        }
        assertThat(met).isGreaterThan(100);
        assertThat(without).isEmpty();
    }

    @Test
    void what_is_open_is_counted() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/reference/asvs.md"));
        long open = page.lines()
                .filter(line -> line.matches("\\| [0-9.]+ \\| \\d \\| \\*\\*open\\*\\* .*"))
                .count();
        assertThat(open).isPositive();
        assertThat(page).contains("Open: " + open + ".");
    }

    /** Sources by the name of the class. */
    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityPagesTest::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
