package io.ordertrail.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void case_is_folded_the_same_everywhere_and_a_piece_folds_to_a_piece() {
        assertThat(SearchText.foldCase("İSTANBUL Title")).isEqualTo(SearchText.foldCase("istanbul TITLE"));
        for (String text : List.of("ΣΑΣ", "ΣΑΣΑ", "Straße", "ÖDÖN", "😀x")) {
            for (int from = 0; from < text.length(); from++) {
                for (int to = from; to <= text.length(); to++) {
                    assertThat(SearchText.foldCase(text)).contains(SearchText.foldCase(text.substring(from, to)));
                }
            }
        }
    }

    @Test
    void wildcards_and_the_escape_itself_are_escaped() {
        assertThat(SearchText.containing("100%_!\\")).isEqualTo("%100!%!_!!\\%");
    }

    @Test
    void numbers_sort_as_numbers() {
        assertThat(ListedOrderColumns.numberKey("2026-999999"))
                .isLessThan(ListedOrderColumns.numberKey("2026-1000000"));
        assertThat(ListedOrderColumns.numberKey("2026-1000000"))
                .isLessThan(ListedOrderColumns.numberKey("2027-000001"));
        assertThat(ListedOrderColumns.numberKey("no digits")).isEqualTo("no digits");
        assertThat(ListedOrderColumns.numberKey("1".repeat(40))).hasSize(40);
    }
}
