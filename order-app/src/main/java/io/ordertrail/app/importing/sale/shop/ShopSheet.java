package io.ordertrail.app.importing.sale.shop;

import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Times;
import io.ordertrail.app.importing.sale.Header;
import io.ordertrail.app.importing.sale.Row;
import io.ordertrail.app.importing.sale.Sheet;
import java.util.List;
import java.util.function.Function;

/** A header of a shop's own layout, and how an order is read below it. */
public record ShopSheet(Header header, int reference, List<Integer> numeric, Function<ShopCells, List<Row>> reader)
        implements Sheet {

    @Override
    public boolean plain() {
        return true;
    }

    @Override
    public List<Row> rows(List<Entry> entries, Numbers numbers, Times times, List<Flaw> flaws) {
        return reader.apply(new ShopCells(header, entries, numbers, times, flaws));
    }
}
