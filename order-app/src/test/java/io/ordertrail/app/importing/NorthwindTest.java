package io.ordertrail.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ordertrail.app.importing.file.Manner;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Times;
import io.ordertrail.app.importing.sale.Column;
import io.ordertrail.app.importing.sale.Drafts;
import io.ordertrail.app.importing.sale.Group;
import io.ordertrail.app.importing.sale.Groups;
import io.ordertrail.app.importing.sale.OwnLayout;
import io.ordertrail.app.importing.sale.Row;
import io.ordertrail.app.importing.stock.StockFile;
import io.ordertrail.app.importing.stock.StockRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NorthwindTest {

    @TempDir
    Path folder;

    private List<Group> converted(Path tables) throws Exception {
        Path csv = folder.resolve("orders-for-import.csv");
        Northwind.convert(tables, csv, folder.resolve("stock.csv"));
        List<Group> all = new ArrayList<>();
        try (Groups groups = Groups.open(csv, new OwnLayout(), Manner.UNSTATED, Times.PLAIN)) {
            for (Group group = groups.next(); group != null; group = groups.next()) {
                all.add(group);
            }
        }
        return all;
    }

    private static BigDecimal number(Row row, Column column) {
        return new BigDecimal(row.get(column));
    }

    private static BigDecimal total(Row row) {
        return number(row, Column.UNIT_PRICE)
                .multiply(number(row, Column.QUANTITY))
                .subtract(number(row, Column.DISCOUNT));
    }

    @Test
    void the_real_tables_give_830_orders_that_add_up_to_the_cent() throws Exception {
        assumeThat(Northwind.tables())
                .as("the Northwind tables, beside the checkout")
                .isDirectory();

        List<Group> orders = converted(Northwind.tables());

        assertThat(orders).hasSize(830).allMatch(order -> order.flaws().isEmpty());
        List<Row> lines =
                orders.stream().flatMap(order -> order.rows().stream()).toList();
        assertThat(lines).hasSize(2155).allMatch(row -> !row.get(Column.SKU).isEmpty());
        assertThat(lines.stream().map(NorthwindTest::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo("1265793.02");
        assertThat(orders.stream()
                        .map(order -> number(order.rows().get(0), Column.SHIPPING_PRICE))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo("64942.69");
        Drafts drafts = new Drafts("IMPORT", Numbers.PLAIN, Times.PLAIN, null, Clock.systemUTC());
        Map<Integer, Integer> byStepCount = new HashMap<>();
        for (Group order : orders) {
            byStepCount.merge(drafts.read(order).steps().size(), 1, Integer::sum);
        }
        assertThat(byStepCount).isEqualTo(Map.of(0, 21, 3, 809));
        List<StockRow> stock = StockFile.read(folder.resolve("stock.csv"), Manner.UNSTATED);
        assertThat(stock).hasSize(77);
        long shipped = orders.stream()
                .flatMap(order -> order.rows().stream())
                .filter(row -> !row.get(Column.SHIPPED_AT).isEmpty())
                .mapToLong(row -> Long.parseLong(row.get(Column.QUANTITY)))
                .sum();
        assertThat(stock.stream().mapToLong(StockRow::quantity).sum()).isEqualTo(3119 + shipped);
    }

    @Test
    void a_line_total_is_rounded_half_even_and_what_is_null_stays_empty() throws Exception {
        table("orders.csv", """
                order_id,customer_id,order_date,required_date,shipped_date,ship_via,freight,ship_name,ship_address,ship_city,ship_region,ship_postal_code,ship_country
                7,C1,2001-02-03,2001-03-03,2001-02-05,1,1.50,"Müller, Söhne","1 ""High"" Street",Cork,,,Ireland
                8,C1,2001-02-03,2001-03-03,,1,0.00,Nobody,Nowhere 1,Bern,,3000,Switzerland
                """);
        table("order_details.csv", """
                order_id,product_id,unit_price,quantity,discount
                7,1,0.10,1,0.25
                7,1,0.30,1,0.25
                8,1,9.90,2,0.00
                """);
        table("products.csv", """
                product_id,product_name,unit_price,units_in_stock,units_on_order,reorder_level,discontinued
                1,"Jam, red",1.00,1,0,0,0
                """);
        table("shippers.csv", """
                shipper_id,company_name,phone
                1,Slow Ships,1
                """);

        List<Group> orders = converted(folder);

        assertThat(orders).extracting(Group::ref).containsExactly("7", "8");
        List<Row> lines = orders.get(0).rows();
        // 0.075 and 0.225: to the even neighbour, up and down.
        assertThat(lines)
                .extracting(NorthwindTest::total)
                .containsExactly(new BigDecimal("0.08"), new BigDecimal("0.22"));
        assertThat(lines.get(0).get(Column.NAME)).isEqualTo("Jam, red");
        assertThat(lines.get(0).get(Column.SHIP_NAME)).isEqualTo("Müller, Söhne");
        assertThat(lines.get(0).get(Column.SHIP_LINE1)).isEqualTo("1 \"High\" Street");
        assertThat(lines.get(0).get(Column.SHIP_COUNTRY)).isEqualTo("IE");
        assertThat(lines.get(0).get(Column.SHIPPING_METHOD)).isEqualTo("Slow Ships");
        assertThat(StockFile.read(folder.resolve("stock.csv"), Manner.UNSTATED))
                .as("1 is left, 2 have left, and 2 that are ordered have not")
                .containsExactly(new StockRow(2, "1", "Jam, red", 3, 0, 0, 0));
        assertThat(List.of(Column.PAID_AT, Column.SHIPPED_AT, Column.DELIVERED_AT))
                .allMatch(column -> lines.get(0).get(column).equals("2001-02-05"))
                .allMatch(column -> orders.get(1).rows().get(0).get(column).isEmpty());
    }

    private void table(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
