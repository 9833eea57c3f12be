package io.ordertrail.journey;

import io.ordertrail.app.importing.Northwind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of orders to import, and what it adds up to by plain arithmetic over its cells.
 *
 * @param goods Σ quantity × unit price − discount
 * @param shipping Σ shipping price, once an order
 */
record OrdersCsv(Path file, int orders, int lines, BigDecimal goods, BigDecimal shipping) {

    private static final int GENERATED = 830;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Northwind's 830 orders where its tables lie beside the checkout; elsewhere as many of our own making. */
    static OrdersCsv northwindOrGenerated(Path file) throws IOException, InterruptedException {
        if (Files.isDirectory(Northwind.tables())) {
            Northwind.convert(Northwind.tables(), file, stock(file));
        } else {
            generate(file);
            BooksCsv.generateStock(file, stock(file));
        }
        return addUp(file);
    }

    /** The first {@code most} of them, in a file of their own. */
    OrdersCsv first(int most) throws IOException {
        Path some = file.resolveSibling("first-orders.csv");
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT);
                CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(some), CSVFormat.RFC4180)) {
            csv.printRecord(rows.getHeaderNames());
            Set<String> seen = new HashSet<>();
            for (CSVRecord row : rows) {
                seen.add(row.get("external_ref"));
                if (seen.size() <= most) {
                    csv.printRecord(row);
                }
            }
        }
        return addUp(some);
    }

    /** Beside the orders, what was there before them. */
    static Path stock(Path orders) {
        return orders.resolveSibling("stock.csv");
    }

    private static OrdersCsv addUp(Path file) throws IOException {
        Set<String> orders = new HashSet<>();
        int lines = 0;
        BigDecimal goods = BigDecimal.ZERO;
        BigDecimal shipping = BigDecimal.ZERO;
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            for (CSVRecord row : rows) {
                lines++;
                goods = goods.add(new BigDecimal(row.get("unit_price"))
                        .multiply(new BigDecimal(row.get("quantity")))
                        .subtract(new BigDecimal(row.get("discount"))));
                if (orders.add(row.get("external_ref"))) {
                    shipping = shipping.add(new BigDecimal(row.get("shipping_price")));
                }
            }
        }
        return new OrdersCsv(file, orders.size(), lines, goods, shipping);
    }

    private static void generate(Path file) throws IOException {
        Random random = new Random(830);
        StringBuilder csv =
                new StringBuilder("external_ref,customer_id,currency,ordered_at,sku,name,quantity,unit_price,discount,"
                        + "tax_rate,price_includes_tax,shipping_method,shipping_price,ship_name,ship_line1,ship_postal_code,ship_city,"
                        + "ship_country,paid_at,shipped_at,delivered_at,cancelled_at\n");
        for (int order = 1; order <= GENERATED; order++) {
            String shipped = order % 40 == 0 ? "" : "2024-03-02";
            BigDecimal shipping = cents(random, 9000);
            for (int line = 1 + random.nextInt(4); line > 0; line--) {
                csv.append(
                        "G%d,c-%d,USD,2024-03-01,sku-%d-%d,Thing %d,%d,%s,%s,0,false,Mail,%s,A. Turing,Main St 1,10115,Berlin,DE,%s,%s,%s,\n"
                                .formatted(
                                        order,
                                        order % 91,
                                        line,
                                        random.nextInt(77),
                                        line,
                                        1 + random.nextInt(60),
                                        cents(random, 20000).add(BigDecimal.ONE),
                                        "0." + (10 + random.nextInt(90)),
                                        shipping,
                                        shipped,
                                        shipped,
                                        shipped));
            }
        }
        Files.writeString(file, csv);
    }

    private static BigDecimal cents(Random random, int bound) {
        return BigDecimal.valueOf(random.nextInt(bound), 2);
    }
}
