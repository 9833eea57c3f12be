package io.ordertrail.app.live;

import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.process.ProcessQuery.ListProcesses;
import io.ordertrail.api.process.Processes;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.RebuildStatus;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.util.List;

/**
 * How the service gets on: where views and processes stand, and what waits for somebody.
 *
 * @param deadLetters events that views could not process
 */
record Operations(
        List<Projections.Item> projections,
        List<Processes.Item> processes,
        List<Processes.Sender> steps,
        long deadLetters) {

    /** Whether a view is being rebuilt, or waits for its turn. */
    boolean isRebuilding() {
        return projections.stream()
                .map(Projections.Item::rebuild)
                .anyMatch(rebuild -> rebuild != null
                        && rebuild.status() != RebuildStatus.PAUSED
                        && !rebuild.status().isOver());
    }

    static Operations look(Dispatch dispatch, RequestContext context) {
        Processes processes = dispatch.ask(new ListProcesses(), context, Processes.class);
        return new Operations(
                dispatch.ask(new ListProjections(), context, Projections.class).items(),
                processes.items(),
                processes.steps(),
                dispatch.ask(new ListDeadLetters(DeadLetterFilter.ALL), context, DeadLetters.class)
                        .events());
    }
}
