package io.ordertrail.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FoldTest {

    private sealed interface Tick {
        record Begun() implements Tick {}

        record Up(int by) implements Tick {}

        record Nothing() implements Tick {}

        sealed interface Down extends Tick {
            record One() implements Down {}
        }
    }

    private static Fold.Table<Integer, Tick> table() {
        return Fold.<Integer, Tick>over(Tick.class)
                .first(Tick.Begun.class)
                .on(Tick.Up.class, (sum, e) -> sum + e.by())
                .ignoring(Tick.Nothing.class);
    }

    @Test
    void each_event_has_its_step() {
        Fold<Integer, Tick> fold =
                table().on(Tick.Down.One.class, (sum, e) -> sum - 1).complete();
        assertThat(fold.next(1, new Tick.Up(5))).isEqualTo(6);
        assertThat(fold.next(1, new Tick.Down.One())).isZero();
        assertThat(fold.next(1, new Tick.Nothing())).isEqualTo(1);
    }

    @Test
    void the_first_event_comes_once() {
        Fold<Integer, Tick> fold = table().ignoring(Tick.Down.One.class).complete();
        assertThatThrownBy(() -> fold.next(1, new Tick.Begun())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_fold_that_does_not_mention_an_event_cannot_be_made() {
        assertThatThrownBy(() -> table().complete())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("does not mention One");
    }

    @Test
    void an_event_has_one_step() {
        assertThatThrownBy(() -> table().ignoring(Tick.Up.class)).hasMessage("Up is mentioned twice");
    }
}
