package io.ordertrail.app.http.input;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import java.util.List;

/** A page of what belongs to one thing, which names all of it. Its cursors are the ids beside which a page lies. */
public record IdPage(List<String> ids, Cursors cursors) {

    /** Before an id, or, where none follows, before the end. */
    private static final String BEFORE = "~";

    /** @throws Rejected the cursor is none of this list */
    public static IdPage of(List<String> all, PageQuery query) {
        PageQuery page = query.checked();
        int from = from(all, page);
        int to = Math.min(all.size(), from + page.size());
        return new IdPage(
                all.subList(from, to),
                new Cursors(
                        to < all.size() ? all.get(to - 1) : null,
                        from > 0 ? BEFORE + (from < all.size() ? all.get(from) : "") : null,
                        to < all.size() || all.isEmpty() ? null : all.get(to - 1),
                        page.size(),
                        0));
    }

    private static int from(List<String> all, PageQuery page) {
        String after = page.after();
        if (after == null) {
            return 0;
        }
        boolean before = after.startsWith(BEFORE);
        int at = after.equals(BEFORE) ? all.size() : all.indexOf(before ? after.substring(BEFORE.length()) : after);
        if (at < 0) {
            throw Rejected.malformed(List.of(
                    Fault.parameter("after", FaultCode.MALFORMED_PARAMETER, "This is not a cursor of this list.")));
        }
        return before ? Math.max(0, at - page.size()) : at + 1;
    }
}
