package io.ordertrail.app.http.input;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The body of a request to the byte, for those who must check a signature of it. It can be read again afterwards. */
public final class RawBody {

    private RawBody() {}

    public static byte[] of(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The body was read already", e);
        }
    }
}
