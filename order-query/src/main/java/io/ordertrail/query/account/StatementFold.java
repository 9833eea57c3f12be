package io.ordertrail.query.account;

import io.ordertrail.query.projection.fold.EventFold;
import java.util.Collection;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** The row of a statement, from the events of its account and their positions. */
final class StatementFold implements EventFold<Statement> {

    @Override
    public boolean concerns(EventMessage<?> event) {
        return FoldedAccount.STREAM.concerns(event);
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        return FoldedAccount.STREAM.keys(event);
    }

    @Override
    public Statement fold(String key, @Nullable Statement row, EventMessage<?> event) {
        return Statement.next(row, (DomainEventMessage<?>) event);
    }

    @Override
    public long version(Statement row) {
        return row.version();
    }
}
