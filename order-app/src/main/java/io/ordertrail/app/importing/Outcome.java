package io.ordertrail.app.importing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of one order.
 *
 * @param sums of the order, or null if it is not in the service
 * @param rejections one for every row, or none where all went well
 */
record Outcome(Group group, Result result, @Nullable Sums sums, List<Rejection> rejections) {

    enum Result {
        PLACED,
        ALREADY_THERE,
        /** It is in the service, now or since before, but a later step was refused. */
        INCOMPLETE,
        REJECTED
    }

    static Outcome complete(Group group, boolean replayed, Sums sums) {
        return new Outcome(group, replayed ? Result.ALREADY_THERE : Result.PLACED, sums, List.of());
    }

    static Outcome incomplete(Group group, Sums sums, List<Flaw> flaws) {
        return new Outcome(group, Result.INCOMPLETE, sums, rejections(group, flaws));
    }

    static Outcome rejected(Group group, List<Flaw> flaws) {
        return new Outcome(group, Result.REJECTED, null, rejections(group, flaws));
    }

    /** A row at fault says why; the others of its order say where to look. */
    private static List<Rejection> rejections(Group group, List<Flaw> flaws) {
        Map<Long, List<Flaw>> byLine = flaws.stream().collect(groupingBy(Flaw::line, LinkedHashMap::new, toList()));
        String elsewhere =
                "See line " + byLine.keySet().stream().map(String::valueOf).collect(joining(", "));
        return group.rows().stream()
                .map(row -> {
                    List<Flaw> own = byLine.getOrDefault(row.line(), List.of());
                    return own.isEmpty()
                            ? row.rejected("SAME_ORDER", elsewhere)
                            : row.rejected(
                                    own.get(0).code(),
                                    own.stream().map(Flaw::reason).collect(joining("; ")));
                })
                .toList();
    }
}
