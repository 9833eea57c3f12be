package io.ordertrail.app.importing.sale.shop;

import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.Metadata;
import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Times;
import io.ordertrail.app.importing.sale.Column;
import io.ordertrail.app.importing.sale.Header;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The cells of an order in a shop's own layout. Cells of the order stand in one of its rows, or in all of them. */
public record ShopCells(Header header, List<Entry> entries, Numbers numbers, Times times, List<Flaw> flaws) {

    /** The first row that says something in this column. */
    public String text(String... titles) {
        int column = header.atAny(titles);
        return entries.stream()
                .map(entry -> entry.code(column))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Flawed where two rows say different things of the same order. */
    public void mustAgree(List<String> titles) {
        for (String title : titles) {
            int column = header.at(title);
            Entry first = entries.stream()
                    .filter(entry -> !entry.cell(column).isEmpty())
                    .findFirst()
                    .orElse(null);
            for (Entry entry : entries) {
                if (first != null
                        && !entry.cell(column).isEmpty()
                        && !entry.cell(column).equals(first.cell(column))) {
                    flaw(
                            entry,
                            "INCONSISTENT",
                            title + " is \"" + entry.cell(column) + "\" here and \"" + first.cell(column)
                                    + "\" in line " + first.line() + " of the same order");
                }
            }
        }
    }

    public BigDecimal amount(String... titles) {
        String text = text(titles);
        return number(entries.get(0), titles[0], text);
    }

    public BigDecimal amount(Entry entry, String title) {
        return number(entry, title, entry.code(header.at(title)));
    }

    /** A number within a cell of the order; 0 where it is empty. */
    public BigDecimal amountWithin(String title, String text) {
        return number(entries.get(0), title, text);
    }

    public String cell(Entry entry, String title) {
        return entry.cell(header.at(title));
    }

    /** A number as programs write it; what is none stays as it is, to be told. */
    public String plain(String text) {
        return numbers.read(text).orElse(text);
    }

    /** The first of these times that is given, as programs write it; what is none stays as it is, to be told. */
    public String time(String... titles) {
        String text = text(titles);
        return times.read(text).map(Instant::toString).orElse(text);
    }

    public void flaw(Entry entry, String code, String reason) {
        flaws.add(new Flaw(entry.line(), code, reason));
    }

    public void flaw(String code, String reason) {
        flaw(entries.get(0), code, reason);
    }

    /** Leaves out what is empty. */
    public static void put(Map<Column, String> cells, Column column, String value) {
        if (!value.isEmpty()) {
            cells.put(column, value);
        }
    }

    /** What the shop keeps with the order under {@code name}, as far as it fits: people write notes without end. */
    public void keep(Map<String, String> metadata, String name, String... titles) {
        int column = header.atAny(titles);
        entries.stream()
                .map(entry -> entry.cell(column))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .map(ShopCells::cut)
                .ifPresent(cell -> metadata.put(name, cell));
    }

    /** Of an address, as far as the service takes it. What it would refuse is {@link #keepOdd kept} beside. */
    public static void reach(Map<Column, String> order, String prefix, String email, String phone) {
        if (Address.isEmail(email)) {
            order.put(Column.valueOf(prefix + "EMAIL"), email);
        }
        if (Address.isPhone(phone)) {
            order.put(Column.valueOf(prefix + "PHONE"), phone);
        }
    }

    /** What people wrote where an e-mail address or a number to dial was to be. */
    public void keepOdd(Map<String, String> metadata, String email, String phone) {
        if (!email.isEmpty() && !Address.isEmail(email)) {
            metadata.put("email", cut(email));
        }
        if (!phone.isEmpty() && !Address.isPhone(phone)) {
            metadata.put("phone", cut(phone));
        }
    }

    private static String cut(String text) {
        return text.length() <= Metadata.MAX_VALUE ? text : text.substring(0, Metadata.MAX_VALUE);
    }

    private BigDecimal number(Entry entry, String title, String text) {
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return numbers.read(text).map(BigDecimal::new).orElseGet(() -> {
            flaw(entry, "NOT_A_NUMBER", title + " is not a number: " + text);
            return BigDecimal.ZERO;
        });
    }
}
