package io.ordertrail.axon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.axon.failure.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class EventGateTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final EventGate gate = new EventGate();
    private final List<String> stored = new ArrayList<>();

    @AfterEach
    void noTransaction() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void whoever_is_late_stores_nothing() throws Exception {
        gate.pass(() -> stored.add("in time"));
        assertThat(gate.close(AT_ONCE)).isTrue();
        assertThatThrownBy(() -> gate.pass(() -> stored.add("late"))).isInstanceOf(Unavailable.class);
        assertThat(stored).containsExactly("in time");
    }

    @Test
    void what_is_stored_and_not_committed_is_waited_for() throws Exception {
        TransactionSynchronizationManager.initSynchronization();
        gate.pass(() -> stored.add("in time"));
        assertThat(gate.close(AT_ONCE)).isFalse();
        CompletableFuture<Boolean> closing = CompletableFuture.supplyAsync(() -> {
            try {
                return gate.close(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(end -> end.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        assertThat(closing.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void who_fails_holds_up_nobody() throws Exception {
        assertThatThrownBy(() -> gate.pass(() -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(gate.close(AT_ONCE)).isTrue();
    }
}
