package io.ordertrail.app.http.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSession;

/** An answer read from a bare socket. */
record RawAnswer(int statusCode, HttpHeaders headers, String body) implements HttpResponse<String> {

    static RawAnswer read(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int status = Integer.parseInt(reader.readLine().split(" ")[1]);
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].strip(), List.of(parts[1].strip()));
        }
        HttpHeaders known = HttpHeaders.of(headers, (name, value) -> true);
        long length = known.firstValueAsLong("Content-Length").orElse(-1);
        if (length < 0) {
            // In chunks: a size, the bytes, and so on; one chunk is all that a problem needs. Or up to the end.
            boolean chunked = known.firstValue("Transfer-Encoding").isPresent();
            length = chunked ? Integer.parseInt(reader.readLine(), 16) : 10_000;
        }
        char[] body = new char[(int) length];
        int got = reader.read(body);
        return new RawAnswer(status, known, new String(body, 0, Math.max(got, 0)));
    }

    @Override
    public HttpRequest request() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<HttpResponse<String>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        throw new UnsupportedOperationException();
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }
}
