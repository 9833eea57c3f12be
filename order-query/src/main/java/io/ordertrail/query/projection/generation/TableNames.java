package io.ordertrail.query.projection.generation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of each view SQL is about, at one moment. SQL is written with the names of the first generation.
 *
 * @param generations by projection; without a view that is not whole, or is of another release
 */
public final class TableNames {

    private final Map<String, Integer> generations;
    private final Map<String, Integer> renamed = new HashMap<>();
    private final @Nullable Pattern words;

    TableNames(Map<String, Integer> generations) {
        this.generations = Map.copyOf(generations);
        generations.forEach((projection, generation) -> {
            if (generation > 1) {
                ViewScript.of(projection).tables().forEach(table -> renamed.put(table, generation));
            }
        });
        this.words = renamed.isEmpty() ? null : ViewScript.words(renamed.keySet().stream());
    }

    /** Whether there is a generation of {@code projection} that can be read. */
    public boolean has(String projection) {
        return generations.containsKey(projection);
    }

    /** @throws NullPointerException not {@link #has} */
    public int generation(String projection) {
        return Objects.requireNonNull(generations.get(projection), projection);
    }

    /** The same with another generation of one view. */
    public TableNames with(String projection, int generation) {
        Map<String, Integer> other = new HashMap<>(generations);
        other.put(projection, generation);
        return new TableNames(other);
    }

    /** {@code sql} with the names that the tables have in these generations. */
    public String in(String sql) {
        return words == null
                ? sql
                : words.matcher(sql)
                        .replaceAll(found ->
                                ViewScript.nameOf(found.group(), Objects.requireNonNull(renamed.get(found.group()))));
    }

    boolean isOf(Map<String, Integer> others) {
        return generations.equals(others);
    }
}
