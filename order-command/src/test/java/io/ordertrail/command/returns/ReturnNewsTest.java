package io.ordertrail.command.returns;

import static io.ordertrail.command.returns.ReturnScenario.*;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.RecordReturn;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.command.order.StoredOrder;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class ReturnNewsTest {

    private final RecordedSteps steps = new RecordedSteps();
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final ReturnNews news =
            new ReturnNews(new StoredOrder(ORDER).placed("TEE-M", "CAP").lines(), new GoodsReceived(store));

    private static StepId step(String what) {
        return StepId.first("return-news", ID, what);
    }

    private static ReturnRecorded recorded(ReturnStage stage) {
        return new ReturnRecorded(
                ORDER,
                ID,
                stage,
                List.of(new LineQuantity("1", 3), new LineQuantity("2", 1)),
                List.of(eur("10.00"), eur("7.50")),
                "TOO_SMALL",
                null,
                ACCOUNT,
                ASKED_AT);
    }

    private static RecordReturn told(ReturnStage stage, LineQuantity... lines) {
        return new RecordReturn(ORDER, ID, stage, List.of(lines));
    }

    @Test
    void what_the_order_admitted_is_opened_with_the_goods_and_their_worth() {
        news.on(recorded(ReturnStage.REQUESTED), steps);
        List<ReturnLine> lines = List.of(
                new ReturnLine("1", "TEE-M", 3, eur("10.00"), "TOO_SMALL"),
                new ReturnLine("2", "CAP", 1, eur("7.50"), "TOO_SMALL"));
        steps.sent(step("open"), new OpenReturn(ID, ORDER, lines, ACCOUNT, ASKED_AT))
                .nothingElse();
    }

    @Test
    void what_the_order_was_told_is_not_told_back() {
        for (ReturnStage stage : ReturnStage.values()) {
            if (stage != ReturnStage.REQUESTED) {
                news.on(recorded(stage), steps);
            }
        }
        steps.nothingElse();
    }

    @Test
    void the_order_hears_how_far_it_has_come() {
        news.on(APPROVED, steps);
        news.on(REJECTED, steps);
        news.on(new ReturnExpired(ID, ORDER, NOW), steps);
        news.on(new ReturnClosed(ID, ORDER, NOW), steps);
        steps.sent(step("approved"), told(ReturnStage.APPROVED))
                .sent(step("rejected"), told(ReturnStage.REJECTED))
                .sent(step("expired"), told(ReturnStage.EXPIRED))
                .sent(step("closed"), told(ReturnStage.CLOSED))
                .nothingElse();
    }

    @Test
    void the_closing_names_all_the_goods_that_came() {
        List<ReturnEvent> before =
                List.of(REQUESTED, APPROVED, came(units("1", 1)), came(units("1", 2), units("2", 1)));
        for (int i = 0; i < before.size(); i++) {
            store.publish(new GenericDomainEventMessage<>("return", ID, i, before.get(i)));
        }
        news.on(new ReturnClosed(ID, ORDER, NOW), steps);
        steps.sent(step("closed"), told(ReturnStage.CLOSED, new LineQuantity("1", 3), new LineQuantity("2", 1)))
                .nothingElse();
    }

    @Test
    void goods_that_come_twice_are_told_twice() {
        news.on(came(units("1", 2)), 2, steps);
        news.on(came(units("1", 1), units("2", 1)), 3, steps);
        steps.sent(step("received:2"), told(ReturnStage.RECEIVED, new LineQuantity("1", 2)))
                .sent(
                        step("received:3"),
                        told(ReturnStage.RECEIVED, new LineQuantity("1", 1), new LineQuantity("2", 1)))
                .nothingElse();
    }
}
