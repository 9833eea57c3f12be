package io.ordertrail.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.RequestRefusal.TooManyWaiting;
import io.ordertrail.api.RequestRefusal.ViewBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadTurnsTest {

    private static final ViewBehind ON_ITS_WAY = new ViewBehind(2, 1, true);

    private final ReadTurns turns = new ReadTurns(1, Duration.ofSeconds(1));

    @Test
    void finding_2_3_who_waits_for_a_view_holds_no_connection_and_few_do() {
        AtomicBoolean arrived = new AtomicBoolean();
        Set<Integer> asked = ConcurrentHashMap.newKeySet();
        ExecutorService readers = Executors.newCachedThreadPool();
        List<CompletableFuture<String>> waiting = new ArrayList<>();
        for (int reader = 0; reader < 32; reader++) {
            int number = reader;
            waiting.add(CompletableFuture.supplyAsync(
                    () -> turns.ask(() -> {
                        asked.add(number);
                        return view(arrived.get());
                    }),
                    readers));
        }
        await().until(() -> asked.size() == 32);
        assertThat(turns.ask(() -> "another")).as("there is one turn only").isEqualTo("another");
        await().untilAsserted(() -> assertThatThrownBy(() -> turns.ask(() -> view(false)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new TooManyWaiting())));
        arrived.set(true);
        assertThat(waiting).allSatisfy(each -> assertThat(each.join()).isEqualTo("there"));
        readers.shutdown();
    }

    /** Else whoever places an order waits for all who search, for the answer to what is stored already. */
    @Test
    void finding_2_2_who_writes_does_not_queue_with_those_who_search() {
        String answer = turns.ask(() -> turns.askAtOnce(() -> "placed"));
        assertThat(answer).isEqualTo("placed");
    }

    @Test
    void a_view_that_stays_behind_and_what_is_not_stored_are_told() {
        assertThatThrownBy(() -> turns.ask(() -> view(false)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(ON_ITS_WAY));
        ViewBehind never = new ViewBehind(2, 1);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> turns.ask(() -> {
                    asked.incrementAndGet();
                    throw new Refused(never);
                }))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(never));
        assertThat(asked).hasValue(1);
    }

    private static String view(boolean arrived) {
        if (!arrived) {
            throw new Refused(ON_ITS_WAY);
        }
        return "there";
    }
}
