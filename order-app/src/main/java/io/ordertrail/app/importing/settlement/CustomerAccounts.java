package io.ordertrail.app.importing.settlement;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Requests;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.file.Sha256;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One account for each customer and currency, opened before the first of their orders is placed. Its id follows from
 * the request's key, so that whoever asks for it again gets the same; only a few are remembered, to spare the asking.
 */
final class CustomerAccounts {

    private static final int REMEMBERED = 1000;

    private final Service service;
    private final Instant since;
    private final Map<String, Answer> opened = new HashMap<>();

    /** @param since when all of them were opened: before the first deposit */
    CustomerAccounts(Service service, Instant since) {
        this.service = service;
        this.since = since;
    }

    /**
     * The account as it was when it was opened, or why it was not. One at a time: many orders may be one customer's.
     */
    synchronized Answer of(String customerId, String currency) throws GaveUp, InterruptedException {
        String key = "import-account-" + Sha256.of(customerId, currency).name();
        Answer known = opened.get(key);
        if (known != null) {
            return known;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ownerId", customerId);
        body.put("kind", "CUSTOMER");
        body.put("currency", currency);
        body.put("at", since.toString());
        Answer answer = new Requests(service, key).post("/accounts", body, "open");
        if (answer.accepted()) {
            if (opened.size() >= REMEMBERED) {
                opened.clear();
            }
            opened.put(key, answer);
        }
        return answer;
    }
}
