package io.ordertrail.app.http.exchange;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/**
 * What a change answers: the state that it led to, under that version.
 *
 * @param version of the resource after the change; the strong ETag
 * @param replayed whether the request is a repeat, answered as the first time
 */
public record ChangeAnswer<T>(T body, long version, boolean replayed) {

    public static final String REPLAYED_HEADER = "Idempotent-Replayed";

    public ResponseEntity<T> ok() {
        return headers(ResponseEntity.ok());
    }

    /** 201 for something that was made; {@code path} is where the body can be read. */
    public ResponseEntity<T> created(String path) {
        return headers(ResponseEntity.created(URI.create(path)));
    }

    /** 202 for something that goes on, and can be followed at {@code path}. */
    public ResponseEntity<T> accepted(String path) {
        return headers(ResponseEntity.accepted().location(URI.create(path)));
    }

    private ResponseEntity<T> headers(ResponseEntity.BodyBuilder answer) {
        if (replayed) {
            answer.header(REPLAYED_HEADER, "true");
        }
        return answer.eTag(EntityTags.of(version)).body(body);
    }
}
