package io.ordertrail.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AggregateRepositoryTest {

    private final AggregateRepository<Lamp> lamps = new AggregateRepository<>(
            EventSourcingRepository.builder(Lamp.class)
                    .eventStore(new AggregateTestFixture<>(Lamp.class).getEventStore()),
            OrderNotFound::new);

    private DefaultUnitOfWork<?> work;

    @BeforeEach
    void start() {
        work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("turn on"));
    }

    @AfterEach
    void undo() {
        work.rollback();
    }

    @Test
    void what_is_not_there_is_refused() {
        assertThatThrownBy(() -> lamps.load("lamp-1"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new OrderNotFound("lamp-1")));
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(lamps.find("lamp-1")).isEmpty();
    }

    @Test
    void what_is_there_is_found() throws Exception {
        lamps.newInstance(lamp("lamp-1"));
        assertThat(lamps.find("lamp-1"))
                .hasValueSatisfying(
                        found -> assertThat(found.identifierAsString()).isEqualTo("lamp-1"));
    }

    @Test
    void what_is_not_there_can_be_created_where_that_was_asked_for() {
        assertThat(lamps.loadOrCreate("lamp-1", lamp("lamp-1")).version()).isZero();
    }

    private static Callable<Lamp> lamp(String id) {
        return () -> {
            Lamp lamp = new Lamp();
            AggregateLifecycle.apply(id);
            return lamp;
        };
    }

    static final class Lamp {

        @AggregateIdentifier
        private String id;

        @EventSourcingHandler
        void on(String turnedOn) {
            id = turnedOn;
        }
    }
}
