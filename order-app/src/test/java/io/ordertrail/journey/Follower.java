package io.ordertrail.journey;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of server-sent events that remembers what it was told, and goes on with the last id after a break. */
final class Follower implements Flow.Subscriber<String> {

    private final HttpClient client;
    private final Shop shop;
    private final String path;
    private final String[] headers;
    private final List<JsonNode> told = new ArrayList<>();
    private CompletableFuture<HttpResponse<Void>> answer = new CompletableFuture<>();
    private Flow.Subscription lines;
    private String id = "";
    private String event = "";
    private boolean ready;

    Follower(HttpClient client, Shop shop, String path, String... headers) {
        this.client = client;
        this.shop = shop;
        this.path = path;
        this.headers = headers;
    }

    /** Opens the stream, or opens it again. */
    synchronized void open() {
        HttpRequest.Builder request = shop.request(path, headers).header("Accept", "text/event-stream");
        if (!id.isEmpty()) {
            request.header("Last-Event-ID", id);
        }
        ready = false;
        answer = client.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(this));
    }

    /** Breaks the connection. */
    synchronized void kill() {
        if (lines != null) {
            lines.cancel();
        }
        answer.cancel(true);
    }

    synchronized boolean isReady() {
        return ready;
    }

    synchronized List<JsonNode> told() {
        return List.copyOf(told);
    }

    /** What was said of each event, at this JSON Pointer. */
    List<String> all(String pointer) {
        return told().stream().map(each -> each.at(pointer).asString()).toList();
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        lines = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(String line) {
        if (line.startsWith("event: ")) {
            event = line.substring(7);
            ready |= event.equals("ready");
        } else if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("data: ") && event.isEmpty()) {
            told.add(JsonMapper.shared().readTree(line.substring(6)));
        } else if (line.isEmpty()) {
            event = "";
        }
    }

    @Override
    public void onError(Throwable failure) {
        // A broken connection: whoever wants to goes on.
    }

    @Override
    public void onComplete() {
        // Whoever wants to goes on.
    }
}
