package io.ordertrail.app.importing.stock;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Requests;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Sha256;
import io.ordertrail.app.importing.order.ImportProblems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has the service keep stock of SKUs, and enters what was there of each, once. */
public final class OpeningStock {

    private static final int IF_MATCH_REQUIRED = 428;

    private final Service service;
    private final Instant since;
    private final String reference;

    /** @param file whose name is part of the keys, so that another file can bring more of the same SKU */
    public OpeningStock(Service service, Path file, Instant since) {
        this.service = service;
        this.since = since;
        this.reference = String.valueOf(file.getFileName());
    }

    /** @throws BadFile the service refuses a row; those above it are entered, which a repeat recognises */
    public void enter(List<StockRow> rows) throws BadFile, GaveUp, InterruptedException {
        for (StockRow row : rows) {
            Answer answer = enter(row);
            if (!answer.accepted()) {
                throw new BadFile("line " + row.line() + ": " + row.sku() + " was refused: "
                        + ImportProblems.inWords(answer) + " (" + answer.code() + ")");
            }
        }
    }

    private Answer enter(StockRow row) throws GaveUp, InterruptedException {
        Requests requests = new Requests(
                service, "import-stock-" + Sha256.of(reference, row.sku()).name());
        // A slash must not become a step of the path, and URLEncoder writes forms.
        String item =
                "/stock/" + URLEncoder.encode(row.sku(), StandardCharsets.UTF_8).replace("+", "%20");
        Map<String, Object> settings = new LinkedHashMap<>(row.settings());
        settings.put("at", since.toString());
        Answer kept = requests.put(item, settings, "keep", Map.of());
        if (kept.status() == IF_MATCH_REQUIRED) {
            // It is kept otherwise so far; the file is the newer word.
            long version = service.get(item).body().path("version").asLong();
            kept = requests.put(item, settings, "keep", Map.of("If-Match", "\"" + version + "\""));
        }
        if (!kept.accepted() || row.quantity() == 0) {
            return kept;
        }
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("quantity", row.quantity());
        receipt.put("reference", shortened(reference));
        receipt.put("at", since.toString());
        return requests.post(item + "/receipts", receipt, "receipt");
    }

    /** To what the service takes as a reference. */
    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
