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
    EventTail eventTail(
            EventStore events, ObjectProvider<EventStorageEngine> storage, Teller teller, Positions positions) {
        return new EventTail(new EventReader(events, storage.getIfAvailable(), teller), teller, positions::head);
    }

    @Bean
    FeedHandler feedHandler(
            EventStore events,
            ObjectProvider<EventStorageEngine> storage,
            Teller teller,
            EventTail tail,
            Positions positions,
            ProgressSignal progress) {
        EventReader reader = new EventReader(events, storage.getIfAvailable(), teller);
        return new FeedHandler(new Feed(tail, reader, positions), new Owners(events), progress);
    }

    /** Requests that wait for an event are answered before the web server waits for them. */
    @Bean
    ShutdownStep eventTailEnd(EventTail tail) {
        return new ShutdownStep(ShutdownStep.Turn.STREAMS, tail::end);
    }
}
