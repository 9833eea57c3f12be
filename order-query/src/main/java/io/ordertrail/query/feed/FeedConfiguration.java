package io.ordertrail.query.feed;

import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.query.order.list.OrderRows;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.ProgressSignal;
import io.ordertrail.query.reading.Owners;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the feed of events. */
@Configuration(proxyBeanMethods = false)
public class FeedConfiguration {

    @Bean
    Teller eventTeller(EventStore events) {
        return new Teller(new OrderRows(events));
    }

    @Bean
    EventReader eventReader(EventStore events, ObjectProvider<EventStorageEngine> storage, Teller teller) {
        return new EventReader(events, storage.getIfAvailable(), teller);
    }

    @Bean
    EventTail eventTail(EventReader reader, Teller teller, Positions positions) {
        return new EventTail(reader, teller, positions::head);
    }

    @Bean
    FeedHandler feedHandler(
            EventStore events, EventReader reader, EventTail tail, Positions positions, ProgressSignal progress) {
        return new FeedHandler(new Feed(tail, reader, positions), new Owners(events), progress);
    }

    /** Requests that wait for an event are answered before the web server waits for them. */
    @Bean
    ShutdownStep eventTailEnd(EventTail tail) {
        return new ShutdownStep(ShutdownStep.Turn.STREAMS, tail::end);
    }
}
