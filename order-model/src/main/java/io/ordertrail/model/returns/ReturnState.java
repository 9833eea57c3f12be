package io.ordertrail.model.returns;

import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.model.kernel.Fold;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that a return must remember in order to decide.
 *
 * @param received units that came, by line; a line of which none came is not in it
 * @param due what is to be given back in all, goods and shipping; null before the inspection
 * @param dueBy when it ends unless any of the goods came; null before its approval
 * @param since business time of the latest step of its way, which the next one cannot come before
 */
public record ReturnState(
        ReturnRequested request,
        RmaStatus status,
        Map<String, Integer> received,
        @Nullable Money due,
        @Nullable Instant dueBy,
        Instant since) {

    private static final Fold<ReturnState, ReturnEvent> FOLD = Fold.<ReturnState, ReturnEvent>over(ReturnEvent.class)
            .first(ReturnRequested.class)
            .on(ReturnApproved.class, ReturnState::approved)
            .on(ReturnRejected.class, (state, e) -> state.become(RmaStatus.REJECTED, e.at()))
            .on(ReturnItemsReceived.class, ReturnState::received)
            .on(ReturnInspected.class, (state, e) -> state.become(RmaStatus.INSPECTED, e.at()))
            .on(ReturnRefundDecided.class, ReturnState::decided)
            .on(ReturnRefunded.class, (state, e) -> state.become(RmaStatus.REFUNDED, e.at()))
            .on(ReturnExpired.class, (state, e) -> state.become(RmaStatus.EXPIRED, e.at()))
            .on(ReturnClosed.class, (state, e) -> state.become(RmaStatus.CLOSED, e.at()))
            .ignoring(ReturnRefundRetried.class)
            .complete();

    public static ReturnState of(ReturnRequested request) {
        return new ReturnState(request, RmaStatus.REQUESTED, Map.of(), null, null, request.at());
    }

    /** It never refuses: what has happened has happened. */
    public ReturnState evolve(ReturnEvent event) {
        return FOLD.next(this, event);
    }

    public List<ReturnLine> lines() {
        return request.lines();
    }

    public int receivedOf(String lineId) {
        return received.getOrDefault(lineId, 0);
    }

    public List<ReturnedUnits> allThatCame() {
        return received.entrySet().stream()
                .map(line -> new ReturnedUnits(line.getKey(), line.getValue()))
                .toList();
    }

    private ReturnState become(RmaStatus next, Instant at) {
        return new ReturnState(request, next, received, due, dueBy, at);
    }

    private ReturnState approved(ReturnApproved e) {
        return new ReturnState(request, RmaStatus.APPROVED, received, due, e.dueBy(), e.at());
    }

    private ReturnState received(ReturnItemsReceived e) {
        return new ReturnState(request, RmaStatus.RECEIVED, and(e.lines()), due, dueBy, e.at());
    }

    private ReturnState decided(ReturnRefundDecided e) {
        return new ReturnState(request, status, received, e.due(), dueBy, since);
    }

    private Map<String, Integer> and(List<ReturnedUnits> came) {
        Map<String, Integer> sum = new LinkedHashMap<>(received);
        came.forEach(units -> sum.merge(units.lineId(), units.quantity(), Integer::sum));
        return Collections.unmodifiableMap(sum);
    }
}
