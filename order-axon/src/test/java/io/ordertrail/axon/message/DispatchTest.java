package io.ordertrail.axon.message;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.ordertrail.axon.failure.Unavailable;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private final CommandBus commands = SimpleCommandBus.builder().build();
    private final QueryBus queries = SimpleQueryBus.builder().build();
    private final Dispatch dispatch = new Dispatch(commands, queries);

    @Test
    void an_axon_server_that_is_away_is_no_fault_of_the_request() {
        commands.subscribe(String.class.getName(), command -> {
            throw new CompletionException(Status.UNAVAILABLE.asRuntimeException());
        });
        assertThatThrownBy(() -> dispatch.send(
                        "place", new RequestContext("test", List.of(), "c", "0", null, null), String.class))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("Axon Server");
    }
}
