package io.ordertrail.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Orders and opening stock as two files, and where money and goods must be after them, by plain arithmetic over their
 * cells. None of the orders has tax.
 */
record BooksCsv(Path orders, Path stock) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * The last {@code most} orders of the file, among which those are that are still open; one more, which was paid and
     * cancelled and of which the file has none; and all of the stock.
     */
    static BooksCsv last(int most, OrdersCsv all) throws IOException {
        List<List<CSVRecord>> groups = List.copyOf(byOrder(all.file()).values());
        List<List<CSVRecord>> last = groups.subList(Math.max(0, groups.size() - most), groups.size());
        Path orders = all.file().resolveSibling("last-orders.csv");
        try (Writer file = Files.newBufferedWriter(orders);
                CSVPrinter csv = new CSVPrinter(file, CSVFormat.RFC4180)) {
            csv.printRecord((Object[]) Files.readAllLines(all.file()).get(0).split(","));
            for (List<CSVRecord> order : last) {
                csv.printRecords(order);
            }
            csv.printRecord(cancelled(last.get(0).get(0)).values());
        }
        return new BooksCsv(orders, OrdersCsv.stock(all.file()));
    }

    private static Map<String, String> cancelled(CSVRecord shipped) {
        Map<String, String> row = new LinkedHashMap<>(shipped.toMap());
        row.put("external_ref", "cancelled-1");
        row.put("cancelled_at", shipped.get("paid_at"));
        row.put("shipped_at", "");
        row.put("delivered_at", "");
        return row;
    }

    /** As much of everything as is shipped, and some more. */
    static void generateStock(Path orders, Path stock) throws IOException {
        Random random = new Random(77);
        try (Writer file = Files.newBufferedWriter(stock);
                CSVPrinter csv = new CSVPrinter(file, CSVFormat.RFC4180)) {
            csv.printRecord("sku", "name", "quantity", "reorder_point", "safety", "backorder_limit");
            Map<String, Long> shipped = shipped(orders);
            for (String sku : records(orders).stream()
                    .map(row -> row.get("sku"))
                    .distinct()
                    .toList()) {
                long opening = shipped.getOrDefault(sku, 0L) + random.nextInt(50);
                csv.printRecord(sku, "Thing", opening, 5, 0, 0);
            }
        }
    }

    /** How each order ends, by its reference. */
    Map<String, String> ends() throws IOException {
        Map<String, String> ends = new TreeMap<>();
        byOrder(orders).forEach((ref, rows) -> {
            CSVRecord first = rows.get(0);
            boolean delivered = !first.get("delivered_at").isEmpty();
            ends.put(
                    ref,
                    isCancelled(first)
                            ? "CANCELLED REFUNDED CANCELLED"
                            : delivered ? "COMPLETED PAID DELIVERED" : "PENDING PENDING UNFULFILLED");
        });
        return ends;
    }

    /** What each customer paid: by their orders' references, those that were paid; nothing for one who paid none. */
    Map<String, Map<String, BigDecimal>> payments() throws IOException {
        Map<String, Map<String, BigDecimal>> payments = new TreeMap<>();
        byOrder(orders).forEach((ref, rows) -> {
            CSVRecord first = rows.get(0);
            Map<String, BigDecimal> paid =
                    payments.computeIfAbsent(first.get("customer_id"), customer -> new TreeMap<>());
            if (!first.get("paid_at").isEmpty()) {
                paid.put(ref, grandTotal(rows));
            }
        });
        return payments;
    }

    /** What is left on each customer's account: what was given back. */
    Map<String, BigDecimal> balances() throws IOException {
        Map<String, BigDecimal> balances = new TreeMap<>();
        byOrder(orders).values().forEach(rows -> {
            CSVRecord first = rows.get(0);
            balances.merge(first.get("customer_id"), isCancelled(first) ? grandTotal(rows) : NOTHING, BigDecimal::add);
        });
        return balances;
    }

    /** The units of each SKU that are left. */
    Map<String, Long> left() throws IOException {
        Map<String, Long> shipped = shipped(orders);
        return records(stock).stream()
                .collect(Collectors.toMap(
                        row -> row.get("sku"),
                        row -> Long.parseLong(row.get("quantity")) - shipped.getOrDefault(row.get("sku"), 0L)));
    }

    private static boolean isCancelled(CSVRecord row) {
        return !row.get("cancelled_at").isEmpty();
    }

    private static BigDecimal grandTotal(List<CSVRecord> rows) {
        return rows.stream()
                .map(row -> new BigDecimal(row.get("unit_price"))
                        .multiply(new BigDecimal(row.get("quantity")))
                        .subtract(new BigDecimal(row.get("discount"))))
                .reduce(new BigDecimal(rows.get(0).get("shipping_price")), BigDecimal::add)
                .setScale(2);
    }

    private static Map<String, Long> shipped(Path orders) throws IOException {
        return records(orders).stream()
                .filter(row -> !row.get("shipped_at").isEmpty())
                .collect(groupingBy(row -> row.get("sku"), summingLong(row -> Long.parseLong(row.get("quantity")))));
    }

    private static Map<String, List<CSVRecord>> byOrder(Path orders) throws IOException {
        return records(orders).stream()
                .collect(groupingBy(row -> row.get("external_ref"), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            return rows.getRecords();
        }
    }
}
