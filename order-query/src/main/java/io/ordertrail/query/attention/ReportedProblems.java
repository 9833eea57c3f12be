package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was reported of an order, by a process or a person, until it is resolved. Reported again, it is open again. */
final class ReportedProblems implements Watch {

    @Override
    public Set<Class<?>> events() {
        return Set.of(OrderProblemReported.class, OrderProblemResolved.class);
    }

    @Override
    public String key(Object event) {
        return event instanceof OrderProblemResolved resolved
                ? key(resolved.orderId(), resolved.problemId())
                : key(((OrderProblemReported) event).orderId(), ((OrderProblemReported) event).problemId());
    }

    @Override
    public @Nullable AttentionRow next(@Nullable AttentionRow row, Object event, long version) {
        if (event instanceof OrderProblemResolved resolved) {
            return row == null ? null : row.resolve(resolved.at(), version);
        }
        OrderProblemReported problem = (OrderProblemReported) event;
        if (row != null && row.needsSomebody()) {
            return row.told(problem.code(), "", version).telling(problem.detail());
        }
        return AttentionRow.open(
                        key(problem.orderId(), problem.problemId()),
                        AttentionKind.ORDER_PROBLEM,
                        problem.orderId(),
                        problem.code(),
                        "",
                        problem.at(),
                        version)
                .telling(problem.detail());
    }

    static String key(String orderId, String problemId) {
        return "problem/" + orderId + "/" + problemId;
    }
}
