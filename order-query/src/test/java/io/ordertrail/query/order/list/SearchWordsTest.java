package io.ordertrail.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void finding_3_5_the_same_word_is_found_in_whatever_form_and_case_it_was_written() {
        assertThat(words("STRASSE")).isEqualTo(words("Straße"));
        assertThat(words("Zoe\u0308")).isEqualTo(words("ZOË")).containsExactly("zoë");
        assertThat(words("İSTANBUL Title")).isEqualTo(words("istanbul TITLE"));
        assertThat(words("ΣΑΣ")).isEqualTo(words("σας")).isEqualTo(words("σασ"));
        assertThat(words("ﬁne")).containsExactly("fine");
    }

    @Test
    void words_are_what_stands_between_spaces_and_punctuation() {
        assertThat(words("2026-1000123")).containsExactly("1000123", "2026");
        assertThat(words("O'Brien, Anne_Marie (Ltd.)")).containsExactly("anne", "brien", "ltd", "marie", "o");
        assertThat(words("😀 山田太郎 हिन्दी")).containsExactlyInAnyOrder("😀", "山田太郎", "हिन्दी");
        assertThat(words("--- % \ud800 \u2028")).isEmpty();
        assertThat(words("a".repeat(500))).containsExactly("a".repeat(80));
    }

    @Test
    void all_words_that_begin_with_one_lie_between_it_and_what_comes_after() {
        for (String longer : List.of("an", "anna", "an\uD83D\uDE00", "an\uFFFF")) {
            assertThat(Arrays.compareUnsigned(SearchWords.bytes(longer), SearchWords.bytes("an")))
                    .isNotNegative();
            assertThat(Arrays.compareUnsigned(SearchWords.bytes(longer), SearchWords.after("an")))
                    .isNegative();
        }
        assertThat(Arrays.compareUnsigned(SearchWords.bytes("ao"), SearchWords.after("an")))
                .isPositive();
    }

    private static List<String> words(String text) {
        return SearchWords.of(Stream.of(text));
    }

    @Test
    void numbers_sort_as_numbers() {
        assertThat(OrderListTable.numberKey("2026-999999")).isLessThan(OrderListTable.numberKey("2026-1000000"));
        assertThat(OrderListTable.numberKey("2026-1000000")).isLessThan(OrderListTable.numberKey("2027-000001"));
        assertThat(OrderListTable.numberKey("no digits")).isEqualTo("no digits");
        assertThat(OrderListTable.numberKey("1".repeat(40))).hasSize(40);
    }
}
