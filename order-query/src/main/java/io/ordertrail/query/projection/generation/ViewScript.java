package io.ordertrail.query.projection.generation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How the tables of a view are made: {@code classpath:db/view/<projection>.sql}, whose first line is {@code -- fold:
 * <number>}. A new number says that the same events make other rows than before; so does any change of a table. Behind
 * a line {@code -- when filled} stand indexes that only readers need: they are made when the rows are there, which is
 * many times faster.
 */
public final class ViewScript {

    private static final Pattern FOLD = Pattern.compile("-- fold: (\\d+)\n");
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *--.*\n");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");
    private static final Pattern MADE = Pattern.compile("create (table|index) (\\w+)");
    private static final Map<String, Optional<ViewScript>> READ = new ConcurrentHashMap<>();

    private static final String WHEN_FILLED = "\n-- when filled\n";

    private final List<String> statements;
    private final List<String> whenFilled;
    private final List<String> tables;
    private final Pattern names;
    private final String fingerprint;

    private ViewScript(String projection, String text) {
        Matcher fold = FOLD.matcher(text);
        if (!fold.lookingAt()) {
            throw new IllegalStateException("db/view/" + projection + ".sql does not begin with -- fold: <number>");
        }
        String[] parts = text.split(WHEN_FILLED, 2);
        String plain = plain(text);
        this.statements = statements(plain(parts[0]));
        this.whenFilled = parts.length == 1 ? List.of() : statements(plain(parts[1]));
        this.tables =
                TABLE.matcher(plain).results().map(found -> found.group(1)).toList();
        this.names = words(MADE.matcher(plain).results().map(found -> found.group(2)));
        this.fingerprint = DigestUtils.sha256Hex(fold.group(1) + plain);
    }

    private static String plain(String text) {
        return BLANKS.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll(" ");
    }

    private static List<String> statements(String plain) {
        return Stream.of(plain.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** @throws IllegalStateException {@code projection} has none */
    public static ViewScript of(String projection) {
        return find(projection)
                .orElseThrow(() -> new IllegalStateException("There is no db/view/" + projection + ".sql"));
    }

    /** Empty for a view of another release. */
    static Optional<ViewScript> find(String projection) {
        return READ.computeIfAbsent(projection, ViewScript::read);
    }

    private static Optional<ViewScript> read(String projection) {
        try (InputStream in = ViewScript.class.getResourceAsStream("/db/view/" + projection + ".sql")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new ViewScript(projection, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what rows it makes: that of two releases is the same if they read and write the same ones. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The names of the tables in the first generation. */
    public List<String> tables() {
        return tables;
    }

    /** The statements that make what of the tables of generation {@code generation} is not there yet. */
    List<String> tablesOf(int generation) {
        return creates(statements, generation);
    }

    /** The same of the indexes that are made when these are filled. */
    List<String> indexesOf(int generation) {
        return creates(whenFilled, generation);
    }

    private List<String> creates(List<String> made, int generation) {
        return made.stream()
                .map(statement ->
                        MADE.matcher(renamed(statement, names, generation)).replaceFirst("create $1 if not exists $2"))
                .toList();
    }

    /** The names of the tables in generation {@code generation}. */
    List<String> tables(int generation) {
        return tables.stream().map(table -> nameOf(table, generation)).toList();
    }

    static String nameOf(String first, int generation) {
        return generation == 1 ? first : first + "_g" + generation;
    }

    /** A name as a word of SQL, and not within quotes or within another one. */
    static Pattern words(Stream<String> names) {
        return Pattern.compile("(?<![\\w'-])(?:" + names.collect(Collectors.joining("|")) + ")(?![\\w'-])");
    }

    private static String renamed(String sql, Pattern names, int generation) {
        return names.matcher(sql).replaceAll(found -> nameOf(found.group(), generation));
    }
}
