package io.ordertrail.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.SampleStreams;
import io.ordertrail.axon.failure.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams over a real connection, with a stub of the read side. */
class StreamsTest {

    private static final String STOCK = "/api/v1/stream/stock";
    private static final AtomicLong ASKED = new AtomicLong();

    /** So many times more there is no answer. */
    private static final AtomicLong BUSY = new AtomicLong();

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open("--ordertrail.streams.patience=1s", "--ordertrail.streams.per-caller=2");
        door.rooms().before(message -> {
            ASKED.incrementAndGet();
            if (BUSY.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
                throw new Unavailable("Too many queries at once");
            }
        });
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void a_stream_begins_with_its_place_and_each_event_has_the_one_behind_it() {
        HttpResponse<String> live = door.get(STOCK + "?seconds=0");
        assertThat(live.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(live.body())
                .startsWith("retry: 2000\nevent: ready\nid: 42\ndata: {}\n\n")
                .endsWith("event: end\ndata: " + live.body().replaceFirst("(?s).*event: end\ndata: ", ""))
                .contains("TIME_IS_OVER");
        assertThat(door.get(STOCK + "?after=-1&seconds=0").body())
                .startsWith("retry: 2000\nevent: ready\ndata: {}\n\nid: 41\ndata: {")
                .contains("\n\nid: 42\ndata: {");
        assertThat(door.send(door.request(STOCK + "?after=-1&seconds=0").header("Last-Event-ID", "42"))
                        .body())
                .doesNotContain("id: 41");
    }

    /** When many come back in one moment, some of them were refused, and a browser does not come back after that. */
    @Test
    void bug_whoever_comes_back_while_the_service_is_busy_was_refused_for_ever() {
        BUSY.set(2);
        HttpResponse<String> back = door.send(door.request(STOCK + "?seconds=4").header("Last-Event-ID", "-1"));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).startsWith("retry: 2000\nevent: ready\nid: -1\ndata: {}\n\nid: 41\n");
        BUSY.set(1);
        HttpResponse<String> anew = door.get(STOCK + "?seconds=0");
        assertThat(anew.statusCode()).isEqualTo(503);
        assertThat(anew.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void the_feed_is_lines_for_who_accepts_lines_only() {
        HttpResponse<String> lines =
                door.send(door.request("/api/v1/events?seconds=0").header("Accept", "application/x-ndjson"));
        assertThat(lines.body().lines().toList()).hasSize(2).first().asString().startsWith("{\"specversion\":\"1.0\"");
        assertThat(lines.body()).contains("io.ordertrail.stream.Ended");
    }

    @Test
    void what_is_silent_is_kept_open_by_a_comment_with_its_place_or_an_empty_line() throws Exception {
        var comment = CompletableFuture.supplyAsync(() -> lines(
                STOCK,
                told -> told.dropWhile(line -> !line.startsWith(":")).limit(3).toList()));
        var empty = CompletableFuture.supplyAsync(() ->
                lines("/api/v1/stream/events?after=42", told -> told.limit(1).toList()));
        assertThat(comment.get(25, TimeUnit.SECONDS)).containsExactly(": still here", "id: 42", "");
        assertThat(empty.get(25, TimeUnit.SECONDS)).containsExactly("");
    }

    private static List<String> lines(String path, Function<Stream<String>, List<String>> read) {
        try (Stream<String> told = HttpClient.newHttpClient()
                .send(door.request(path).header("X-Actor", "patient").build(), BodyHandlers.ofLines())
                .body()) {
            return read.apply(told);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** It is told at its end, when it takes in what it was sent; nothing more is kept for it meanwhile. */
    @Test
    void a_client_that_takes_nothing_in_is_told_and_dropped() throws Exception {
        try (Socket slow = connect(STOCK + "?sku=" + SampleStreams.FLOOD, "slow")) {
            awaitStandstill();
            String all = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).contains("event: end\ndata: {").contains("TOO_SLOW");
            // Each before it is whole, and in its place.
            long last = 0;
            for (String line : all.split("\n")) {
                if (line.startsWith("id: ")) {
                    assertThat(Long.parseLong(line.substring(4))).isEqualTo(++last);
                }
            }
            assertThat(last).isGreaterThan(100);
        }
    }

    @Test
    void a_caller_has_so_many_streams_and_one_that_is_dropped_counts_no_longer() throws Exception {
        try (Socket one = connect(STOCK + "?sku=" + SampleStreams.FLOOD, "greedy");
                Socket other = connect(STOCK, "greedy")) {
            read(one.getInputStream());
            read(other.getInputStream());
            HttpResponse<String> refused =
                    door.send(door.request(STOCK + "?seconds=0").header("X-Actor", "greedy"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(door.send(door.request("/api/v1/events?after=42&seconds=1")
                                    .header("X-Actor", "greedy"))
                            .statusCode())
                    .isEqualTo(429);
            assertThat(door.get(STOCK + "?seconds=0").statusCode()).isEqualTo(200);
            // The one that takes nothing in.
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> door.send(door.request(STOCK + "?seconds=0").header("X-Actor", "greedy"))
                                    .statusCode()
                            == 200);
        }
    }

    @Test
    void a_service_that_ends_does_not_wait_for_its_streams() throws Exception {
        FrontDoor ending = FrontDoor.open();
        AtomicLong asked = new AtomicLong();
        ending.rooms().before(message -> asked.incrementAndGet());
        CompletableFuture<Integer> poll = CompletableFuture.supplyAsync(
                () -> ending.get("/api/v1/events?after=42&seconds=20").statusCode());
        await().until(() -> asked.get() == 1);
        try (Socket stream = new Socket("127.0.0.1", ending.port())) {
            request(stream, STOCK, "seen");
            read(stream.getInputStream());
            long begin = System.nanoTime();
            ending.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
            assertThat(new String(stream.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("SERVICE_ENDS");
            assertThat(poll.join()).isEqualTo(503);
        }
    }

    private static Socket connect(String path, String actor) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", door.port()));
        request(socket, path, actor);
        return socket;
    }

    private static void request(Socket socket, String path, String actor) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Actor: " + actor
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static void read(InputStream in) throws IOException {
        assertThat(in.read()).isEqualTo('H');
    }

    /** Nothing is asked for it any more: for longer than it may be behind. */
    private static void awaitStandstill() {
        AtomicLong before = new AtomicLong(-1);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> ASKED.get() == before.getAndSet(ASKED.get()));
    }
}
