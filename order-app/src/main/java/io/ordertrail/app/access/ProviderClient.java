package io.ordertrail.app.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the OpenID provider for its keys. Whoever sends a token waits meanwhile, so it has little time and may say
 * little; and it says it itself: nobody is followed to another address.
 */
final class ProviderClient {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A provider has some keys of some kilobytes. */
    static final int MOST_BYTES = 1 << 20;

    private ProviderClient() {}

    static RestOperations create() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(PATIENCE);
        RestTemplate rest = new RestTemplate(requests);
        rest.setInterceptors(List.of((request, body, execution) -> read(execution.execute(request, body))));
        return rest;
    }

    private static ClientHttpResponse read(ClientHttpResponse answer) throws IOException {
        // To close the answer would be to read all that is left of it.
        try (InputStream in = answer.getBody()) {
            if (!answer.getStatusCode().is2xxSuccessful()) {
                throw new IOException("The OpenID provider answers " + answer.getStatusCode());
            }
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new IOException("The OpenID provider answers more than " + MOST_BYTES + " bytes");
            }
            return new Whole(answer.getStatusCode(), answer.getStatusText(), answer.getHeaders(), body);
        }
    }

    /** An answer that has been read. */
    private record Whole(HttpStatusCode status, String text, HttpHeaders headers, byte[] body)
            implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return text;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            // It was closed when it had been read.
        }
    }
}
