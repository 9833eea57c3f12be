package io.ordertrail.app.http;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/**
 * What was asked for is accepted, and what comes of it is not there yet: it will be found at the Location.
 *
 * @param id of what comes
 * @param code always {@code UNDER_WAY}
 */
public record UnderWay(String id, String code, String detail) {

    /** 202: {@code id} will be found at {@code path}. */
    public static ResponseEntity<UnderWay> at(String path, String id, boolean replayed) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().location(URI.create(path));
        if (replayed) {
            answer.header(ChangeAnswer.REPLAYED_HEADER, "true");
        }
        return answer.body(
                new UnderWay(id, "UNDER_WAY", "It is accepted and on its way: look for it at the Location."));
    }
}
