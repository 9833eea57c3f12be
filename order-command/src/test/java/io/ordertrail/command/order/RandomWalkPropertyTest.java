package io.ordertrail.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.model.order.OrderState;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;

/** Anything that happens in any order: what holds of all of it. Every step is random but told by its seed. */
class RandomWalkPropertyTest {

    private static final int STEPS = 60;

    @Property(tries = 200)
    void W2_in_the_end_what_is_kept_is_what_is_wanted_or_people_know_of_it(@ForAll long seed) {
        RandomOrder order = new RandomOrder(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            order.step();
        }
        order.calm();
    }

    @Property(tries = 300)
    void cancelling_a_line_in_any_portions_gives_back_its_value_to_the_cent(@ForAll long seed) {
        Random random = new Random(seed);
        int quantity = 1 + random.nextInt(200);
        String price = "%d.%02d".formatted(random.nextInt(50), random.nextInt(100));
        OrderCreated created = Samples.created(
                PaymentTerms.INVOICE,
                List.of(
                        Samples.line("KEPT", 1, "1.00", "0.00", "0.19", true),
                        Samples.line("GONE", quantity, price, "0.00", "0.19", random.nextBoolean())),
                Samples.POST,
                Samples.PLACED);
        OrderState state = OrderState.of(created, created.at())
                .evolve(Samples.confirmed())
                .evolve(Samples.approved(1, Samples.units("1", 1)));
        for (int left = quantity; left > 0; ) {
            int more = 1 + random.nextInt(left);
            Money some =
                    state.cancelled(List.of(Samples.units("2", more))).get(0).value();
            assertThat(some.isNegative()).isFalse();
            state = state.evolve(
                    Samples.linesCancelled("2", more, some.getAmount().toPlainString()));
            left -= more;
        }
        Money gone = created.lines().get(1).gross();
        assertThat(state.facts().funds().value())
                .isEqualTo(created.totals().grand().minus(gone));
    }
}
