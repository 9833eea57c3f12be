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
 * <number>}. A new number says that the same events make other rows than before; so does any change of a table.
 */
public final class ViewScript {

    private static final Pattern FOLD = Pattern.compile("-- fold: (\\d+)\n");
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *--.*\n");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");
    private static final Pattern MADE = Pattern.compile("create (table|index) (\\w+)");
    private static final Map<String, Optional<ViewScript>> READ = new ConcurrentHashMap<>();

    private final List<String> statements;
    private final List<String> tables;
    private final Pattern names;
    private final String fingerprint;

    private ViewScript(String projection, String text) {
        Matcher fold = FOLD.matcher(text);
        if (!fold.lookingAt()) {
            throw new IllegalStateException("db/view/" + projection + ".sql does not begin with -- fold: <number>");
        }
        String plain = BLANKS.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll(" ");
        this.statements = Stream.of(plain.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
        this.tables =
                TABLE.matcher(plain).results().map(found -> found.group(1)).toList();
        this.names = words(MADE.matcher(plain).results().map(found -> found.group(2)));
        this.fingerprint = DigestUtils.sha256Hex(fold.group(1) + plain);
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

    /** The statements that make what of generation {@code generation} is not there yet. */
    List<String> creates(int generation) {
        return statements.stream()
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
