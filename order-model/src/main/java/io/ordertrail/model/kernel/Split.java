package io.ordertrail.model.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money in parts that add up to the whole again (rule O2). All amounts are zero or more. */
public final class Split {

    private Split() {}

    /**
     * The parts of {@code whole} in proportion to {@code weights}, in their order: each is rounded down to the
     * currency's smallest unit, and the units left over go one each to the largest remainders, the earlier part first
     * where two are equal. No part is further than one unit from its exact share. With no weight at all there is
     * nothing to split.
     */
    public static List<Money> byLargestRemainder(Money whole, List<Money> weights) {
        BigInteger total = minor(whole);
        BigInteger weight = weights.stream().map(Split::minor).reduce(BigInteger.ZERO, BigInteger::add);
        if (weight.signum() == 0) {
            if (total.signum() != 0) {
                throw new IllegalArgumentException(whole + " cannot be split over nothing");
            }
            return weights.stream().map(none -> whole).toList();
        }
        List<BigInteger> parts = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        for (Money w : weights) {
            BigInteger[] share = total.multiply(minor(w)).divideAndRemainder(weight);
            parts.add(share[0]);
            remainders.add(share[1]);
        }
        BigInteger left = total.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add));
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get)
                        .reversed())
                .limit(left.longValueExact())
                .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        return parts.stream().map(part -> money(whole.getCurrencyUnit(), part)).toList();
    }

    /**
     * What {@code units} more of {@code of} units are worth when {@code before} of them were taken already. However the
     * units are taken, in the end it is {@code whole} to the last cent.
     */
    public static Money portion(Money whole, long before, long units, long of) {
        return upTo(whole, before + units, of).minus(upTo(whole, before, of));
    }

    private static Money upTo(Money whole, long units, long of) {
        return money(
                whole.getCurrencyUnit(),
                minor(whole).multiply(BigInteger.valueOf(units)).divide(BigInteger.valueOf(of)));
    }

    private static BigInteger minor(Money amount) {
        return amount.getAmount().unscaledValue();
    }

    private static Money money(CurrencyUnit currency, BigInteger minor) {
        return Money.of(currency, new BigDecimal(minor, currency.getDecimalPlaces()));
    }
}
