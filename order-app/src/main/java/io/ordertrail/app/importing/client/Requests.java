package io.ordertrail.app.importing.client;

import io.ordertrail.app.importing.file.Sha256;
import java.util.Map;

/**
 * The requests about one thing, above all about one order. Their keys follow from the file alone, so that an import
 * which is started again sends the same requests again, whatever became of the first.
 */
public final class Requests {

    /** How many refusals of one and the same request may be on record before it is left at that. */
    private static final int MAX_REFUSALS = 20;

    private final Service service;
    private final String keyPrefix;

    /** @param keyPrefix names what the requests are about, and nothing else */
    public Requests(Service service, String keyPrefix) {
        this.service = service;
        this.keyPrefix = keyPrefix;
    }

    public static Requests ofOrder(Service service, String channel, String ref) {
        return new Requests(service, "import-" + Sha256.of(channel, ref).name());
    }

    /**
     * The content is part of the key, so that a refused order can be mended in the file and sent again; that it is not
     * placed twice is guarded by its reference as well.
     */
    public Answer place(Map<String, Object> order) throws GaveUp, InterruptedException {
        String content = Sha256.of(RequestBody.of(order).json()).name();
        return post("/orders", order, "place-" + content);
    }

    /** The content is part of the key: how something is kept may be changed in the file, and then changed back. */
    public Answer put(String path, Map<String, Object> content, String name, Map<String, String> headers)
            throws GaveUp, InterruptedException {
        RequestBody body = RequestBody.of(content);
        return service.write(
                "PUT",
                path,
                body,
                keyPrefix + "-" + name + "-" + Sha256.of(body.json()).name(),
                headers);
    }

    /**
     * The service answers a repeated request as it did the first time, a refusal too, even when its reason is gone.
     * What was refused changed nothing, so it is asked again under the next key.
     *
     * @param name what is asked for, once about this thing: nothing else guards an order against being paid twice
     */
    public Answer post(String path, Map<String, Object> content, String name) throws GaveUp, InterruptedException {
        return post(path, content, name, Map.of());
    }

    /** The same with further headers. */
    public Answer post(String path, Map<String, Object> content, String name, Map<String, String> headers)
            throws GaveUp, InterruptedException {
        RequestBody body = RequestBody.of(content);
        Answer answer = service.write("POST", path, body, keyPrefix + "-" + name, headers);
        for (int refused = 1; refused < MAX_REFUSALS && !answer.accepted() && answer.replayed(); refused++) {
            answer = service.write("POST", path, body, keyPrefix + "-" + name + "-" + refused, headers);
        }
        return answer;
    }
}
