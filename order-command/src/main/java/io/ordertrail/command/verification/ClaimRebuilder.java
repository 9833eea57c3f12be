package io.ordertrail.command.verification;

import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.kernel.UniqueName;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives names back where the events outlived the database that kept them: a new database beside an Axon Server that is
 * not new. Otherwise they would be given twice. One pass over the events for all subjects, before the first request is
 * taken.
 */
final class ClaimRebuilder implements SmartInitializingSingleton {

    private final UniqueClaims names;
    private final List<ClaimsOfEvents> subjects;
    private final EventLog log;
    private final TransactionTemplate transactions;

    ClaimRebuilder(UniqueClaims names, List<ClaimsOfEvents> subjects, EventLog log, TransactionTemplate transactions) {
        this.names = names;
        this.subjects = subjects;
        this.log = log;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (names.areNone()) {
            transactions.executeWithoutResult(status -> {
                Function<EventMessage<?>, Stream<UniqueName>> reader = ClaimsOfEvents.readerOf(subjects);
                log.forEach(event ->
                        reader.apply(event).forEach(name -> names.claim(name.kind(), name.name(), name.owner())));
                subjects.forEach(ClaimsOfEvents::areBack);
            });
        }
    }
}
