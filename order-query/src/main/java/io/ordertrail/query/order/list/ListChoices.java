package io.ordertrail.query.order.list;

import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.query.reading.Conditions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conditions of a filter on orders; those with few orders come first, as a rule. */
final class ListChoices {

    private static final String ORDERS = "order_list";

    private final List<ListChoice> all = new ArrayList<>();
    private final Sort.Key key;

    ListChoices(Filter asked, Sort sort) {
        this.key = sort.key();
        texts("number", "number", asked.number(), false);
        texts("external_ref", "externalRef", asked.externalRef(), false);
        texts("customer_id", "customerId", asked.customerId(), true);
        skus(asked.sku());
        metadata(asked.metadata());
        words(asked.q());
        if (asked.hold() != null) {
            column("on_hold", new Conditions().and("on_hold = ?", asked.hold()), true);
        }
        values("return_status", asked.returnStatus());
        values("payment_status", asked.paymentStatus());
        values("fulfilment_status", asked.fulfilmentStatus());
        values("display_status", asked.displayStatus());
        values("lifecycle", asked.status());
        texts("channel", "channel", asked.channel(), true);
        values("currency", asked.currency());
        range(
                "created_at",
                Sort.Key.CREATED_AT,
                new Conditions()
                        .time("created_at >= ?", asked.createdFrom())
                        .time("created_at < ?", asked.createdTo()));
        range(
                "updated_at",
                Sort.Key.UPDATED_AT,
                new Conditions()
                        .time("updated_at >= ?", asked.updatedFrom())
                        .time("updated_at < ?", asked.updatedTo()));
        range(
                "grand_total",
                Sort.Key.GRAND_TOTAL,
                new Conditions()
                        .amount("grand_total >= ?", "totalMin", asked.totalMin())
                        .amount("grand_total <= ?", "totalMax", asked.totalMax()));
    }

    List<ListChoice> all() {
        return List.copyOf(all);
    }

    private void values(String column, Collection<?> values) {
        column(column, new Conditions().oneOf(column, values), values.size() == 1);
    }

    private void texts(String column, String parameter, Collection<String> texts, boolean served) {
        column(column, new Conditions().oneOf(column, parameter, texts), served && texts.size() == 1);
    }

    private void column(String column, Conditions open, boolean served) {
        add(column, open, served && key == Sort.Key.CREATED_AT, false);
    }

    private void range(String column, Sort.Key sorted, Conditions open) {
        add(column, open, false, key == sorted);
    }

    private void add(String column, Conditions open, boolean served, boolean sorted) {
        if (!open.values().isEmpty()) {
            all.add(new ListChoice(ORDERS, column, open, open.hidden(), served, sorted));
        }
    }

    private void skus(List<String> skus) {
        if (!skus.isEmpty()) {
            Conditions open = new Conditions().oneOf("sku", "sku", skus);
            elsewhere(ListChoice.SKUS, "sku", open, skus.size() == 1 && key == Sort.Key.CREATED_AT);
        }
    }

    private void metadata(Map<String, List<String>> metadata) {
        metadata.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(asked -> {
            Conditions open = new Conditions()
                    .and("name = ?", asked.getKey())
                    .oneOf("text", "metadata[" + asked.getKey() + "]", asked.getValue());
            elsewhere("order_list_metadata", "name", open, false);
        });
    }

    /** Of a text without a word no order has one. */
    private void words(@Nullable String text) {
        if (text == null) {
            return;
        }
        List<String> words = SearchWords.of(Stream.of(Conditions.plain("q", text)));
        if (words.isEmpty()) {
            Conditions nothing = new Conditions().asked("q", "").within("1 = 0");
            all.add(new ListChoice(ORDERS, "", nothing, nothing, false, false));
        }
        // The longer, the fewer, as a rule.
        words.stream().sorted((one, other) -> other.length() - one.length()).forEach(word -> {
            Conditions open = new Conditions()
                    .asked("q", word)
                    .within("word >= ? and word < ?", SearchWords.bytes(word), SearchWords.after(word));
            // Of a row that is read it costs nothing more; a look into the other table costs as much as a row.
            // How many have it was found out before; PostgreSQL, which would guess by the pattern, is not asked to.
            Conditions hidden =
                    new Conditions().within("case when words like ? then 1 else 0 end > 0", SearchWords.pattern(word));
            all.add(new ListChoice("order_list_word", "word", open, hidden, false, false));
        });
    }

    private void elsewhere(String table, String column, Conditions open, boolean served) {
        Conditions hidden = new Conditions()
                .within(
                        "exists (select 1 from " + table + " found " + open.where()
                                + "and found.order_id = order_list.order_id)",
                        open.values().toArray());
        all.add(new ListChoice(table, column, open, hidden, served, false));
    }
}
