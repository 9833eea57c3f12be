package io.ordertrail.app.importing.sale.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Amounts in parts that add up, by largest remainder: who loses most by rounding down gets the next cent. */
public final class Split {

    private Split() {}

    /**
     * Rounds {@code exact} to {@code digits} so that they add up to {@code sum}.
     *
     * @return empty where {@code sum} is further off than a unit of the last digit for each of them
     */
    public static List<BigDecimal> rounded(List<BigDecimal> exact, BigDecimal sum, int digits) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        List<BigDecimal> parts = new ArrayList<>(exact.stream()
                .map(part -> part.setScale(digits, RoundingMode.FLOOR))
                .toList());
        BigDecimal rounded = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int missing =
                sum.subtract(rounded).divide(unit, 0, RoundingMode.HALF_EVEN).intValue();
        if (Math.abs(missing) > exact.size() + 1 || parts.isEmpty()) {
            return List.of();
        }
        List<Integer> byRemainder = IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing(i -> parts.get(i).subtract(exact.get(i))))
                .toList();
        for (int i = 0; i < Math.abs(missing); i++) {
            int which = missing > 0
                    ? byRemainder.get(i % byRemainder.size())
                    : byRemainder.get(byRemainder.size() - 1 - i % byRemainder.size());
            parts.set(which, parts.get(which).add(missing > 0 ? unit : unit.negate()));
        }
        return List.copyOf(parts);
    }

    /** {@code amount} in parts as the weights are to each other; nothing for each where all weights are nothing. */
    public static List<BigDecimal> by(List<BigDecimal> weights, BigDecimal amount, int digits) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0 || amount.signum() == 0) {
            return weights.stream().map(weight -> BigDecimal.ZERO).toList();
        }
        List<BigDecimal> exact = weights.stream()
                .map(weight -> amount.multiply(weight).divide(all, digits + 12, RoundingMode.HALF_EVEN))
                .toList();
        return rounded(exact, amount, digits);
    }
}
