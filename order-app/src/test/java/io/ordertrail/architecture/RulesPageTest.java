package io.ordertrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/reference/rules.md says of the code, held: every number that is used, every method and every test that it
 * names.
 */
class RulesPageTest {

    private static final Path ROOT = Path.of("..");

    /** Text in quotes comes first, so that what looks like a comment in it is none. */
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'(?:\\\\.|[^'\\\\\\n])+'"
                    + "|(?:/\\*[\\s\\S]*?\\*/|//[^\\n]*)");

    /** H2 alone is the database. */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\w)(?:(?!H2\\b)[OPSAHRW]\\d+|(?<=rule )H2)\\b");

    private static final Pattern TEST = Pattern.compile(
            "@(?:Test|ParameterizedTest|RepeatedTest|Property|Example)\\b[\\s\\S]*?\\bvoid\\s+(\\w+)\\s*\\(");
    private static final Pattern TEST_OF_A_RULE = Pattern.compile("([OPSAHRW]\\d+)_\\w+");
    private static final Pattern ROW =
            Pattern.compile("^\\| ([OPSAHRW]\\d+) \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern MEMBER = Pattern.compile("`(\\w+)\\.(\\w+)`");

    private static final List<Source> MAIN = sources("main");
    private static final List<Source> TESTS = sources("test");
    private static final List<Row> PAGE = rows();

    /** @param type simple name of the class that the file is named after */
    private record Source(String type, String text) {

        static Source of(Path file) {
            return new Source(file.getFileName().toString().replace(".java", ""), read(file));
        }

        Set<String> numbers() {
            return TEXT_OR_COMMENT
                    .matcher(text)
                    .results()
                    .filter(found -> text.startsWith("/", found.start()))
                    .flatMap(comment -> NUMBER.matcher(comment.group()).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        List<String> tests() {
            return TEST.matcher(code()).results().map(method -> method.group(1)).toList();
        }

        Stream<String> rulesOfTests() {
            return tests().stream().flatMap(name -> {
                var rule = TEST_OF_A_RULE.matcher(name);
                return rule.matches() ? Stream.of(rule.group(1)) : Stream.empty();
            });
        }

        /** Where it declares a method, a word stands before the name that is no statement's. */
        boolean declares(String method) {
            String declaration = method.equals("new")
                    ? "(?:public |private )?" + type + "\\s*[({]"
                    : "(?!return |throw |else |new )[\\w@<][\\w<>\\[\\]?, .@]*\\s" + method + "\\s*\\(";
            return Pattern.compile("^ +" + declaration, Pattern.MULTILINE)
                    .matcher(code())
                    .find();
        }

        private String code() {
            return TEXT_OR_COMMENT.matcher(text).replaceAll(found -> text.startsWith("/", found.start()) ? "" : "\"\"");
        }
    }

    private record Row(String rule, String enforced, String shown) {}

    @Test
    void every_number_that_is_used_is_on_the_page() {
        Set<String> used = numbersOfTests();
        MAIN.forEach(source -> used.addAll(source.numbers()));
        assertThat(used).as("what is found at all").hasSizeGreaterThan(30);
        assertThat(PAGE.stream().map(Row::rule)).doesNotHaveDuplicates();
        used.removeAll(numbersOfThePage());
        assertThat(used).as("used, and not on the page").isEmpty();
    }

    @Test
    void every_rule_of_the_page_has_a_test_that_begins_with_its_number() {
        Set<String> rules = numbersOfThePage();
        rules.removeAll(numbersOfTests());
        assertThat(rules).as("on the page, and no test begins with it").isEmpty();
    }

    @Test
    void every_method_and_test_that_the_page_names_is_there() {
        List<String> missing = new ArrayList<>();
        for (Row row : PAGE) {
            missing.addAll(missing(row.rule(), row.enforced(), MAIN, Source::declares));
            missing.addAll(missing(
                    row.rule(),
                    row.shown(),
                    TESTS,
                    (source, name) -> source.tests().contains(name)));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_number_is_known_when_it_is_seen() {
        Source source = new Source("Sample", """
                /** Rules P1 to P3, and rule H2. */
                class Sample { // O7: twice
                    String text = "// R1 and /* R2";
                    String url = "https://host/O1";
                    /* H2 is a database, IPV4 is none of ours, O3_x is a test. */
                    @Test void W1_one() { void_W2(); }
                    @Test void report_R7_two() {}
                    @ParameterizedTest @ValueSource(strings = {"a", "b"}) void S3_three() {}
                    private void A6_none() {}
                }
                """);
        assertThat(source.numbers()).containsExactly("H2", "O7", "P1", "P3");
        assertThat(source.rulesOfTests()).containsExactly("W1", "S3");
    }

    @Test
    void a_method_is_known_when_it_is_seen() {
        Source source = new Source("Sample", """
                record Sample(String id) {
                    public Sample {
                        check(id);
                        return told(id);
                    }
                    private static <T> List<Map<String, T>> made(String id) {
                        // void spoken(of)
                    }
                }
                """);
        assertThat(source.declares("new")).isTrue();
        assertThat(source.declares("made")).isTrue();
        assertThat(List.of("check", "told", "spoken")).noneMatch(source::declares);
        assertThat(new Source("Other", source.text()).declares("new")).isFalse();
    }

    private static Set<String> numbersOfThePage() {
        return PAGE.stream().map(Row::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> numbersOfTests() {
        return TESTS.stream().flatMap(Source::rulesOfTests).collect(Collectors.toCollection(TreeSet::new));
    }

    private interface Knows {
        boolean has(Source source, String name);
    }

    /** Of what {@code cell} names, that which is in none of {@code sources}; and a word where it names nothing. */
    private static List<String> missing(String rule, String cell, List<Source> sources, Knows knows) {
        List<MatchResult> named = MEMBER.matcher(cell).results().toList();
        if (named.isEmpty()) {
            return List.of(rule + " names nothing in: " + cell);
        }
        return named.stream()
                .filter(member -> sources.stream()
                        .noneMatch(
                                source -> source.type().equals(member.group(1)) && knows.has(source, member.group(2))))
                .map(member -> rule + " names " + member.group())
                .toList();
    }

    private static List<Row> rows() {
        return ROW.matcher(read(ROOT.resolve(Path.of("docs", "reference", "rules.md"))))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    /** Those of every module. */
    private static List<Source> sources(String kind) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(Path.of("src", kind, "java")))
                    .filter(folder -> folder.getName(1).toString().startsWith("order-") && Files.isDirectory(folder))
                    .flatMap(RulesPageTest::sourcesIn)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Source> sourcesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Source::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
