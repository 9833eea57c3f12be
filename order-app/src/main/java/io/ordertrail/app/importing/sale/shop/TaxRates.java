package io.ordertrail.app.importing.sale.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Rates of tax, worked out from the amounts that a shop charged. */
public final class TaxRates {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int MOST_DECIMALS_OF_PERCENT = 4;

    private TaxRates() {}

    /** The plainest rate by which {@code net} is taxed with {@code tax}, as a fraction: 19 % before 19.01 %. */
    public static Optional<BigDecimal> of(BigDecimal tax, BigDecimal net, int digits) {
        if (tax.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (net.signum() <= 0 || tax.signum() < 0) {
            return Optional.empty();
        }
        for (int decimals = 0; decimals <= MOST_DECIMALS_OF_PERCENT; decimals++) {
            BigDecimal percent = tax.multiply(HUNDRED).divide(net, decimals, RoundingMode.HALF_EVEN);
            BigDecimal rate = percent.movePointLeft(2);
            if (fits(rate, tax, net, digits)) {
                return Optional.of(rate.stripTrailingZeros());
            }
        }
        return Optional.of(tax.divide(net, 6, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }

    /** Whether the tax on {@code net} is {@code tax} to the last digit, however it was rounded. */
    public static boolean fits(BigDecimal rate, BigDecimal tax, BigDecimal net, int digits) {
        BigDecimal off = net.multiply(rate).subtract(tax).abs();
        return off.compareTo(new BigDecimal("0.6").movePointLeft(digits)) <= 0;
    }

    /** The tax within {@code gross}. */
    public static BigDecimal within(BigDecimal gross, BigDecimal rate) {
        return gross.multiply(rate).divide(BigDecimal.ONE.add(rate), 10, RoundingMode.HALF_EVEN);
    }
}
