package io.ordertrail.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.model.kernel.Split;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rule O2: the parts of a split add up to the whole. */
class SplitPropertyTest {

    record Case(Money whole, List<Money> weights) {}

    @Property
    void O2_the_parts_add_up_to_the_whole(@ForAll("cases") Case it) {
        assertThat(Money.total(Split.byLargestRemainder(it.whole, it.weights))).isEqualTo(it.whole);
    }

    @Property
    void no_part_is_a_smallest_unit_or_more_away_from_its_exact_share(@ForAll("cases") Case it) {
        List<Money> parts = Split.byLargestRemainder(it.whole, it.weights);
        BigInteger weight = minor(Money.total(it.weights));
        for (int i = 0; i < parts.size(); i++) {
            BigInteger exact = minor(it.whole).multiply(minor(it.weights.get(i)));
            assertThat(minor(parts.get(i)).multiply(weight).subtract(exact).abs())
                    .isLessThan(weight);
        }
    }

    @Property
    void portions_taken_in_any_way_add_up_to_the_whole(
            @ForAll @LongRange(max = 1_000_000_000_000L) long minor,
            @ForAll @IntRange(min = 1, max = 500) int units,
            @ForAll long seed) {
        Money whole = Money.ofMinor(CurrencyUnit.EUR, minor);
        Random random = new Random(seed);
        List<Money> portions = new ArrayList<>();
        for (int taken = 0; taken < units; ) {
            int more = 1 + random.nextInt(units - taken);
            portions.add(Split.portion(whole, taken, more, units));
            taken += more;
        }
        assertThat(Money.total(portions)).isEqualTo(whole);
        assertThat(portions).noneMatch(Money::isNegative);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<CurrencyUnit> currencies = Arbitraries.of("EUR", "JPY", "KWD").map(CurrencyUnit::of);
        Arbitrary<List<Long>> weights = Arbitraries.longs()
                .between(0, 1_000_000_000_000_000L)
                .list()
                .ofMinSize(1)
                .ofMaxSize(50)
                .filter(all -> all.stream().anyMatch(w -> w > 0));
        return Combinators.combine(currencies, Arbitraries.longs().between(0, 1_000_000_000_000_000L), weights)
                .as((currency, whole, all) -> new Case(
                        Money.ofMinor(currency, whole),
                        all.stream().map(w -> Money.ofMinor(currency, w)).toList()));
    }

    private static BigInteger minor(Money amount) {
        return amount.getAmount()
                .movePointRight(amount.getCurrencyUnit().getDecimalPlaces())
                .setScale(0)
                .toBigIntegerExact();
    }
}
