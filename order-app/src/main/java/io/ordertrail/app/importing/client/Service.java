package io.ordertrail.app.importing.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The service's REST API. Every change has an idempotency key, so it may be sent again until it is answered. */
public final class Service {

    /** Longer than the service itself waits for an answer from within. */
    private static final Duration ANSWER = Duration.ofSeconds(40);

    /** Not now, but later: nothing of the request was done, or its answer is kept for the next try. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private static final int SERVER_ERROR = 500;
    private static final int TRIES_AT_SERVER_ERROR = 5;

    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();
    private final URI base;
    private final String actor;
    private final @Nullable String key;
    private final Patience patience;
    private final Consumer<String> onWaiting;

    /**
     * @param key the API key; null where the service asks for none
     * @param onWaiting is told, from any thread, that a request is being tried again and why
     */
    public Service(URI base, String actor, @Nullable String key, Patience patience, Consumer<String> onWaiting) {
        this.base = base;
        this.actor = actor;
        this.key = key;
        this.patience = patience;
        this.onWaiting = onWaiting;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Whether an Ordertrail service answers here. */
    public void greet() throws GaveUp, InterruptedException {
        Answer answer = send(request("/orders?limit=1").GET().build());
        if (answer.status() >= SERVER_ERROR) {
            throw new GaveUp(base + " answers " + answer.status() + " " + answer.code() + ": its log says why");
        }
        if (!answer.accepted() || !answer.body().path("items").isArray()) {
            throw new GaveUp(base + " answers " + answer.status()
                    + ", but not like an Ordertrail service: is the address right?"
                    + (answer.body().path("code").isMissingNode() ? "" : " It says: " + answer.detail()));
        }
    }

    /** What is there; asked again while the service says later. */
    public Answer get(String path) throws GaveUp, InterruptedException {
        return send(request(path).GET().build());
    }

    /**
     * Changes something, by PUT or POST.
     *
     * @throws GaveUp no answer in the time that patience allows
     */
    Answer write(String method, String path, RequestBody body, String key, Map<String, String> headers)
            throws GaveUp, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Asks what changes nothing. */
    public Answer ask(String path, RequestBody body) throws GaveUp, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .build());
    }

    /**
     * What is there once it is as expected: what the service does by itself takes its moment.
     *
     * @param of what it is, for a person
     * @throws GaveUp it is not in the time that patience allows
     */
    public Answer await(String path, Predicate<Answer> expected, String of) throws GaveUp, InterruptedException {
        Tries tries = patience.tries();
        while (true) {
            Answer answer = get(path);
            if (expected.test(answer)) {
                return answer;
            }
            Duration pause = tries.pause();
            tries.mayGoOn(
                    pause,
                    seconds -> "No use going on: " + of + " is not there after " + seconds
                            + " s. Do the service's processes run?");
            tries.next(pause);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(ANSWER)
                .header("Accept", "application/json, application/problem+json")
                .header("X-Actor", actor);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private Answer send(HttpRequest request) throws GaveUp, InterruptedException {
        Tries tries = patience.tries();
        while (true) {
            Duration pause = tries.pause();
            String trouble;
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                Answer answer = answer(response);
                if (!worthAnotherTry(answer, tries.number())) {
                    return answer;
                }
                trouble = "answers " + answer.status() + " " + answer.code();
                pause = RetryAfter.of(response.headers()).orElse(pause);
            } catch (IOException e) {
                trouble = Trouble.of(e);
            }
            String told = base + " " + trouble;
            tries.mayGoOn(pause, seconds -> "No use going on: " + told + ", tried for " + seconds + " s");
            onWaiting.accept(told + ", trying again");
            tries.next(pause);
        }
    }

    private static boolean worthAnotherTry(Answer answer, int attempt) {
        return LATER.contains(answer.status())
                || answer.status() == 409 && answer.code().equals("REQUEST_IN_PROGRESS")
                || answer.status() == SERVER_ERROR && attempt < TRIES_AT_SERVER_ERROR;
    }

    private Answer answer(HttpResponse<byte[]> response) {
        boolean replayed = response.headers()
                .firstValue("Idempotent-Replayed")
                .map(Boolean::parseBoolean)
                .orElse(false);
        return new Answer(response.statusCode(), parse(response.body()), replayed);
    }

    private JsonNode parse(byte @Nullable [] body) {
        try {
            return body == null || body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (JacksonException notJson) {
            // A proxy's page; the status is then all that there is to tell.
            return MissingNode.getInstance();
        }
    }
}
