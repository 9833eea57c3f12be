package io.ordertrail.app.importing.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.sale.Group;
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
public record Outcome(Group group, Result result, @Nullable Sums sums, List<Rejection> rejections) {

    public enum Result {
        PLACED,
        ALREADY_THERE,
        /** It was in the service with fewer lines than the file has, and has all of them now. */
        COMPLETED,
        /** It is in the service with fewer lines than the file has, and could not be completed. */
        CUT,
        /** It is in the service, now or since before, but a later step was refused. */
        INCOMPLETE,
        REJECTED
    }

    static Outcome complete(Group group, Sale sale) {
        return new Outcome(group, sale.since(), sale.sums(), List.of());
    }

    static Outcome incomplete(Group group, Sums sums, List<Flaw> flaws) {
        return new Outcome(group, Result.INCOMPLETE, sums, rejections(group, flaws));
    }

    static Outcome cut(Group group, List<Flaw> flaws) {
        return new Outcome(group, Result.CUT, null, rejections(group, flaws));
    }

    static Outcome rejected(Group group, List<Flaw> flaws) {
        return new Outcome(group, Result.REJECTED, null, rejections(group, flaws));
    }

    /** A row at fault says why, and each fault once; the others of its order say where to look. */
    private static List<Rejection> rejections(Group group, List<Flaw> flaws) {
        Map<Long, List<Flaw>> byLine = flaws.stream().collect(groupingBy(Flaw::line, LinkedHashMap::new, toList()));
        String elsewhere = "See line "
                + byLine.keySet().stream().sorted().map(String::valueOf).collect(joining(", "));
        return group.entries().stream()
                .map(entry -> {
                    List<Flaw> own = byLine.getOrDefault(entry.line(), List.of());
                    return own.isEmpty()
                            ? new Rejection(entry, "SAME_ORDER", elsewhere)
                            : new Rejection(
                                    entry,
                                    own.get(0).code(),
                                    own.stream().map(Flaw::reason).distinct().collect(joining("; ")));
                })
                .toList();
    }
}
