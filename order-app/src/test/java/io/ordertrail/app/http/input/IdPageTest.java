package io.ordertrail.app.http.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.app.http.problem.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdPageTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

    @Test
    void pages_go_through_all_ids_and_back() {
        List<String> met = new ArrayList<>();
        IdPage page = IdPage.of(ALL, new PageQuery(2, null));
        met.addAll(page.ids());
        while (page.cursors().next() != null) {
            page = IdPage.of(ALL, new PageQuery(2, page.cursors().next()));
            met.addAll(page.ids());
        }
        assertThat(met).isEqualTo(ALL);
        IdPage back = IdPage.of(ALL, new PageQuery(2, page.cursors().prev()));
        assertThat(back.ids()).containsExactly("c", "d");
        IdPage first = IdPage.of(ALL, new PageQuery(2, back.cursors().prev()));
        assertThat(first.ids()).containsExactly("a", "b");
        assertThat(first.cursors().prev()).isNull();
    }

    @Test
    void the_end_of_the_list_is_where_to_go_on_later() {
        assertThat(IdPage.of(ALL, new PageQuery(2, null)).cursors().end()).isNull();
        String end = IdPage.of(ALL, new PageQuery(5, null)).cursors().end();
        IdPage nothing = IdPage.of(ALL, new PageQuery(2, end));
        assertThat(nothing.ids()).isEmpty();
        assertThat(nothing.cursors().end()).isEqualTo(end);
        assertThat(IdPage.of(ALL, new PageQuery(2, nothing.cursors().prev())).ids())
                .containsExactly("d", "e");
        IdPage more = IdPage.of(List.of("a", "b", "c", "d", "e", "f"), new PageQuery(2, end));
        assertThat(more.ids()).containsExactly("f");
    }

    @Test
    void nothing_is_one_empty_page() {
        IdPage page = IdPage.of(List.of(), new PageQuery(null, null));
        assertThat(page.ids()).isEmpty();
        assertThat(page.cursors()).isEqualTo(new Cursors(null, null, null, 50, 0));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertThatThrownBy(() -> IdPage.of(ALL, new PageQuery(2, "x"))).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> IdPage.of(ALL, new PageQuery(2, "~x"))).isInstanceOf(Rejected.class);
    }
}
