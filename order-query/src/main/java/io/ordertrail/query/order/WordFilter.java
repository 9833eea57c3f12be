package io.ordertrail.query.order;

import io.ordertrail.query.reading.Conditions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders in which each word that is asked for begins a word of theirs. If there are few orders with one of the words, these are found first;
 * else the list is read in its order until there is a page, which is soon.
 */
final class WordFilter {

    /** So many orders are few. */
    private static final int FEW = 5_000;

    private static final String BEGINNING = " from order_list_word w where w.word >= ? and w.word < ?";

    private final JdbcClient jdbc;

    WordFilter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void narrow(Conditions filter, String asked) {
        List<String> words = SearchWords.of(Stream.of(asked));
        filter.asked("q", String.join(" ", words));
        if (words.isEmpty()) {
            filter.within("1 = 0");
        }
        boolean few = false;
        // The longer, the fewer, as a rule.
        for (String word : words.stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList()) {
            List<String> orders = few ? List.of() : orders(word);
            if (!few && orders.size() <= FEW) {
                few = true;
                filter.within("order_list.order_id = any(?)", (Object) orders.toArray(String[]::new));
            } else {
                filter.within(
                        "exists (select 1" + BEGINNING + " and w.order_id = order_list.order_id)",
                        SearchWords.bytes(word),
                        SearchWords.after(word));
            }
        }
    }

    /** Some with a word that begins so: all of them, if they are few. */
    private List<String> orders(String beginning) {
        return jdbc.sql("select w.order_id" + BEGINNING + " fetch first " + (FEW + 1) + " rows only")
                .param(SearchWords.bytes(beginning))
                .param(SearchWords.after(beginning))
                .query(String.class)
                .list();
    }
}
