package io.ordertrail.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.axon.deadletter.RetryPatience;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.fold.BatchTest.Words;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.SharedViews;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

class ProjectionHandlerTest {

    private final ProjectionHandler projector = new ProjectionHandler(
            SharedViews.PROCESSOR,
            List.of(new Words()),
            null,
            null,
            null,
            new ParkedTable(
                    JdbcClient.create(new DriverManagerDataSource()),
                    new RetryPatience(
                            Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(7)),
                    Clock.systemUTC()),
            TransactionOperations.withoutTransaction(),
            new CommitSignal());

    @Test
    void an_event_that_concerns_no_projection_costs_no_transaction() {
        assertThat(projector.canHandle(GenericEventMessage.asEventMessage(5))).isFalse();
        assertThat(projector.canHandle(GenericEventMessage.asEventMessage("five")))
                .isTrue();
    }
}
