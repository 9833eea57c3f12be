package io.ordertrail.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void is_one_number_where_nothing_is_open_and_tells_what_is_in_few_more() {
        assertThat(Place.at(-1).text()).isEqualTo("-1");
        assertThat(Place.at(1234).text()).isEqualTo("1234");
        Place late = Place.at(1230).plus(1234, false);
        assertThat(late.open()).containsExactly(1231L, 1232L, 1233L);
        assertThat(late.text()).isEqualTo("1234~1-3");
        assertThat(late.plus(1232, false).text()).isEqualTo("1234~1.2");
        assertThat(late.plus(1232, true).text()).isEqualTo("1234~1");
    }

    @Test
    void before_the_first_event_of_a_database_nothing_is_open() {
        assertThat(Place.at(-1).plus(1, false).text()).isEqualTo("1");
        assertThat(Place.at(-1).plus(0, false).text()).isEqualTo("0");
    }

    @Test
    void its_text_says_all_of_it() {
        Random random = new Random(3);
        for (int n = 0; n < 1_000; n++) {
            Set<Long> open = new TreeSet<>();
            long last = 1 + random.nextInt(2_000);
            for (int m = random.nextInt(30); m > 0; m--) {
                open.add((long) random.nextInt((int) last));
            }
            Place place = new Place(last, new TreeSet<>(open));
            assertThat(Place.read(place.text())).isEqualTo(place);
        }
    }

    @Test
    void a_place_with_as_much_open_as_there_can_be_fits_into_a_request() {
        TreeSet<Long> open = new TreeSet<>();
        for (long n = 0; n < Place.MOST_OPEN; n++) {
            open.add(1_000_000_000L + 50 * n);
        }
        Place place = new Place(2_000_000_000L, open);
        assertThat(place.text().length()).isLessThan(6_000);
        assertThat(Place.read(place.text())).isEqualTo(place);
        assertThat(place.plus(2_000_000_002L, false).open()).hasSize(Place.MOST_OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-2",
                "--1",
                "1~",
                "1~0",
                "1~1.",
                "1~-1",
                "5~1-9",
                "9999999999999999999",
                "5~zzzzzzzzzzzz",
                "5~1-zzzzzzzzzzzz",
                "5~1~1",
                "5.1",
                "1 ",
                "99999999~1-rt"
            })
    void what_no_place_says_is_refused(String text) {
        assertThatThrownBy(() -> Place.read(text)).isInstanceOf(Refused.class);
    }

    /**
     * Positions are taken in order and committed in another, or never. Readers see what is committed so far, part by
     * part, and at times go on with what they had written down.
     */
    @Test
    void whoever_goes_on_from_a_place_sees_each_event_once_in_whatever_order_they_are_committed() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Long> committed = new ArrayList<>();
            List<Long> taken = new ArrayList<>();
            List<Long> seen = new ArrayList<>();
            Place tail = Place.at(0);
            Place reader = Place.at(0);
            int told = 0;
            for (long position = 1; position <= 60; position++) {
                taken.add(position);
                while (taken.size() > random.nextInt(8)) {
                    long one = taken.remove(random.nextInt(taken.size()));
                    if (random.nextInt(6) > 0) {
                        committed.add(one);
                    }
                }
                for (; told < committed.size() && random.nextInt(3) > 0; told++) {
                    tail = tail.plus(committed.get(told), false);
                }
                // As text, as a client gives it back.
                Place from = Place.read(reader.text());
                List<Long> news = committed.subList(0, told).stream()
                        .filter(each -> !from.covers(each))
                        .toList();
                seen.addAll(news);
                assertThat(from.covers(tail))
                        .isEqualTo(news.isEmpty() && from.or(tail).equals(from));
                reader = from.or(tail);
            }
            assertThat(seen).as("seed %d", seed).containsExactlyElementsOf(committed.subList(0, told));
        }
    }

    @Test
    void what_is_settled_is_no_longer_open() {
        Place place = Place.read("20~2-3.5");
        assertThat(place.open()).containsExactly(11L, 16L, 17L, 18L);
        assertThat(place.settled(16).open()).containsExactly(17L, 18L);
        assertThat(Place.at(20).covers(place)).isTrue();
        assertThat(place.covers(Place.at(20))).isFalse();
        assertThat(place.covers(Place.at(10))).isTrue();
        assertThat(place.or(Place.at(17)).open()).containsExactly(18L);
    }
}
