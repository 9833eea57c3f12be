package io.ordertrail.query.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table and rows that are made from events, as one list. What is in both is there once, as it was made.
 *
 * @param <R> a row
 */
final class MergedRows<R> {

    private final SortOrder<R> sorting;
    private final boolean down;
    private final @Nullable Cursor from;

    /** @param from where the page begins; null for the first */
    MergedRows(SortOrder<R> sorting, boolean down, @Nullable Cursor from) {
        this.sorting = sorting;
        this.down = down;
        this.from = from;
    }

    /**
     * @param found in the sequence of the list, from where the page begins
     * @param made in any sequence, from anywhere
     */
    List<Optional<R>> of(List<Optional<R>> found, List<R> made) {
        if (made.isEmpty()) {
            return found;
        }
        Function<R, String> id = sorting.id();
        Set<String> known = made.stream().map(id).collect(Collectors.toSet());
        Deque<R> rest = made.stream()
                .filter(this::isOnThisSide)
                .sorted(sequence())
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<Optional<R>> all = new ArrayList<>();
        for (Optional<R> row : found) {
            if (row.isPresent() && known.contains(id.apply(row.get()))) {
                continue;
            }
            while (row.isPresent() && !rest.isEmpty() && sequence().compare(rest.element(), row.get()) < 0) {
                all.add(Optional.of(rest.remove()));
            }
            all.add(row);
        }
        rest.forEach(row -> all.add(Optional.of(row)));
        return all;
    }

    private boolean isOnThisSide(R row) {
        if (from == null) {
            return true;
        }
        int side = compare(sorting.value().apply(row), sorting.id().apply(row), from.value(), from.id());
        return side > 0 || side == 0 && from.inclusive();
    }

    private Comparator<R> sequence() {
        return (one, other) -> compare(
                sorting.value().apply(one), sorting.id().apply(one),
                sorting.value().apply(other), sorting.id().apply(other));
    }

    /** The values of one list are of one type. */
    @SuppressWarnings("unchecked")
    private int compare(Object one, String id, Object other, String otherId) {
        int byValue = ((Comparable<Object>) one).compareTo(other);
        int up = byValue == 0 ? id.compareTo(otherId) : byValue;
        return down ? -up : up;
    }
}
