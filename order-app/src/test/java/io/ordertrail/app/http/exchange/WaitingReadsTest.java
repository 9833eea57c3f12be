package io.ordertrail.app.http.exchange;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.view.OrderQuery.GetOrder;
import io.ordertrail.app.FrontDoor;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WaitingReadsTest {

    private static final int WAITING = 100;

    private final FrontDoor door =
            FrontDoor.open("--server.tomcat.threads.max=2", "--server.tomcat.threads.min-spare=2");
    private final AtomicBoolean arrived = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void finding_2_3_who_waits_for_a_view_holds_no_thread() {
        String order = ORDERS + '/' + door.place();
        door.rooms().before(this::beBehind);
        HttpClient client = HttpClient.newHttpClient();

        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, WAITING)
                .mapToObj(reader -> client.sendAsync(
                        door.request(order).header("X-Min-Version", "0").build(), BodyHandlers.ofString()))
                .toList();
        await().until(() -> asked.get() >= WAITING);

        assertThat(door.get(order).statusCode()).as("there are two threads").isEqualTo(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        arrived.set(true);
        assertThat(waiting).allSatisfy(reader -> {
            HttpResponse<String> answer = reader.join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Vary")).doesNotHaveDuplicates();
        });
    }

    @Test
    void a_view_that_stays_behind_is_told_and_what_waits_has_one_trace() {
        String order = ORDERS + '/' + door.place();
        door.rooms().before(this::beBehind);

        HttpResponse<String> answer = door.send(door.request(order).header("X-Min-Version", "0"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).get("code").asString()).isEqualTo("VIEW_BEHIND");
        assertThat(answer.headers().allValues("X-Correlation-Id")).hasSize(1);
        assertThat(asked).as("it was asked again and again").hasValueGreaterThan(2);
    }

    @Test
    void finding_2_3_few_wait_for_views() {
        WaitingReads reads = new WaitingReads(1, Duration.ofHours(1));

        assertThat(reads.waits(request(), new MockHttpServletResponse())).isTrue();
        assertThat(reads.waits(request(), new MockHttpServletResponse())).isFalse();
    }

    @Test
    void what_changes_something_is_not_handled_twice() {
        WaitingReads reads = new WaitingReads(1, Duration.ofHours(1));

        assertThat(reads.mayWait(new MockHttpServletRequest("GET", "/"))).isTrue();
        assertThat(reads.mayWait(new MockHttpServletRequest("POST", "/"))).isFalse();
    }

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAsyncSupported(true);
        return request;
    }

    private void beBehind(Object message) {
        if (message instanceof GetOrder query && query.minVersion() != null) {
            asked.incrementAndGet();
            if (!arrived.get()) {
                throw new Refused(new ViewBehind(0, -1, true));
            }
        }
    }
}
