import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Turns the Northwind tables, as CSV files in one folder, into one file for {@code import} (import-orders.md):
 *
 * <pre>java docs/how-to/Northwind.java folder &gt; orders.csv</pre>
 *
 * and, where a second name is given, the opening stock into a file of that name:
 *
 * <pre>java docs/how-to/Northwind.java folder stock.csv &gt; orders.csv</pre>
 *
 * It needs nothing but Java, and is a pattern for a converter of one's own.
 */
class Northwind {

    private static final String HEADER = "external_ref,customer_id,currency,ordered_at,sku,name,quantity,unit_price,discount,"
            + "tax_rate,price_includes_tax,shipping_method,shipping_price,ship_name,ship_line1,ship_postal_code,"
            + "ship_city,ship_country,paid_at,shipped_at,delivered_at,cancelled_at";

    /** ISO 3166-1 alpha-2. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("Argentina", "AR"),
            Map.entry("Austria", "AT"),
            Map.entry("Belgium", "BE"),
            Map.entry("Brazil", "BR"),
            Map.entry("Canada", "CA"),
            Map.entry("Denmark", "DK"),
            Map.entry("Finland", "FI"),
            Map.entry("France", "FR"),
            Map.entry("Germany", "DE"),
            Map.entry("Ireland", "IE"),
            Map.entry("Italy", "IT"),
            Map.entry("Mexico", "MX"),
            Map.entry("Norway", "NO"),
            Map.entry("Poland", "PL"),
            Map.entry("Portugal", "PT"),
            Map.entry("Spain", "ES"),
            Map.entry("Sweden", "SE"),
            Map.entry("Switzerland", "CH"),
            Map.entry("UK", "GB"),
            Map.entry("USA", "US"),
            Map.entry("Venezuela", "VE"));

    public static void main(String... args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println(
                    "Usage: java Northwind.java <folder with orders.csv, order_details.csv, …> [stock.csv] > orders.csv");
            System.exit(2);
        }
        // The import wants UTF-8, whatever this terminal speaks.
        try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            convert(Path.of(args[0]), out);
        }
        if (args.length == 2) {
            Files.writeString(Path.of(args[1]), stock(Path.of(args[0])));
        }
    }

    private static void convert(Path folder, PrintStream out) throws IOException {
        Map<String, Map<String, String>> orders = byId(table(folder, "orders.csv"), "order_id");
        Map<String, Map<String, String>> products = byId(table(folder, "products.csv"), "product_id");
        Map<String, Map<String, String>> shippers = byId(table(folder, "shippers.csv"), "shipper_id");
        Map<String, List<Map<String, String>>> details = table(folder, "order_details.csv").stream()
                .collect(Collectors.groupingBy(row -> row.get("order_id"), LinkedHashMap::new, Collectors.toList()));
        out.print(HEADER + "\n");
        details.forEach((id, lines) -> {
            Map<String, String> order = orders.get(id);
            String shipper = shippers.get(order.get("ship_via")).get("company_name");
            lines.forEach(line ->
                    out.print(row(order, line, products.get(line.get("product_id")), shipper) + "\n"));
        });
    }

    /** What was there before the first order: what is there after the last, and all that was shipped in between. */
    private static String stock(Path folder) throws IOException {
        Map<String, Map<String, String>> orders = byId(table(folder, "orders.csv"), "order_id");
        Map<String, Integer> shipped = table(folder, "order_details.csv").stream()
                .filter(line -> !orders.get(line.get("order_id")).get("shipped_date").isEmpty())
                .collect(Collectors.groupingBy(
                        line -> line.get("product_id"),
                        Collectors.summingInt(line -> Integer.parseInt(line.get("quantity")))));
        StringBuilder stock = new StringBuilder("sku,name,quantity,reorder_point,safety,backorder_limit\n");
        for (Map<String, String> product : table(folder, "products.csv")) {
            String id = product.get("product_id");
            int opening = Integer.parseInt(product.get("units_in_stock")) + shipped.getOrDefault(id, 0);
            List<String> cells = List.of(
                    id, product.get("product_name"), String.valueOf(opening), product.get("reorder_level"), "0", "0");
            stock.append(cells.stream().map(Northwind::quoted).collect(Collectors.joining(","))).append('\n');
        }
        return stock.toString();
    }

    private static String row(
            Map<String, String> order, Map<String, String> line, Map<String, String> product, String shipper) {
        // What was shipped counts as paid and delivered on that day; what was not is still open.
        String shipped = order.get("shipped_date");
        List<String> cells = List.of(
                order.get("order_id"),
                order.get("customer_id"),
                "USD",
                order.get("order_date"),
                line.get("product_id"),
                product.get("product_name"),
                line.get("quantity"),
                line.get("unit_price"),
                discount(line).toPlainString(),
                "0",
                "false",
                shipper,
                order.get("freight"),
                order.get("ship_name"),
                order.get("ship_address"),
                order.get("ship_postal_code"),
                order.get("ship_city"),
                COUNTRIES.get(order.get("ship_country")),
                shipped,
                shipped,
                shipped,
                "");
        return cells.stream().map(Northwind::quoted).collect(Collectors.joining(","));
    }

    /**
     * Northwind has a fraction, the import wants an amount. What is rounded (half-even, to cents) is the line's total, and
     * the discount is what is missing from the gross; to round the discount instead would make five lines a cent dearer
     * or cheaper, and the goods 1,265,793.01 instead of 1,265,793.02.
     */
    private static BigDecimal discount(Map<String, String> line) {
        BigDecimal gross = new BigDecimal(line.get("unit_price")).multiply(new BigDecimal(line.get("quantity")));
        BigDecimal kept = BigDecimal.ONE.subtract(new BigDecimal(line.get("discount")));
        return gross.subtract(gross.multiply(kept).setScale(2, RoundingMode.HALF_EVEN));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static Map<String, Map<String, String>> byId(List<Map<String, String>> table, String id) {
        Map<String, Map<String, String>> byId = new HashMap<>();
        table.forEach(row -> byId.put(row.get(id), row));
        return byId;
    }

    /** The rows of a file whose first row names the columns. */
    private static List<Map<String, String>> table(Path folder, String file) throws IOException {
        List<List<String>> records = records(Files.readString(folder.resolve(file)));
        List<Map<String, String>> table = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < record.size(); i++) {
                row.put(records.get(0).get(i), record.get(i));
            }
            table.add(row);
        }
        return table;
    }

    /** CSV as RFC 4180 has it. */
    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                open = !open;
            } else if (!open && (c == ',' || c == '\n')) {
                record.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else if (open || c != '\r') {
                cell.append(c);
            }
        }
        if (!record.isEmpty() || cell.length() > 0) {
            record.add(cell.toString());
            records.add(record);
        }
        return records;
    }
}
