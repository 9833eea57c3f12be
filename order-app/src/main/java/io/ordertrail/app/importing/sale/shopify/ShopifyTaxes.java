package io.ordertrail.app.importing.sale.shopify;

import io.ordertrail.app.importing.sale.shop.ShopCells;
import io.ordertrail.app.importing.sale.shop.TaxRates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rate each line of an order has, from the amounts of its taxes, and from their names where these tell the rate.
 */
record ShopifyTaxes(ShopCells cells, int digits, Map<BigDecimal, BigDecimal> byRate) {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,2}(?:[.,][0-9]{1,4})?)\\s*%");
    private static final int MOST_TAXES = 5;
    private static final int MOST_TRIED = 10;

    /** @param amount before tax, or with it where prices contain it */
    record Part(BigDecimal amount, boolean taxable) {}

    record Found(List<BigDecimal> rates, BigDecimal shippingRate) {}

    static ShopifyTaxes of(ShopCells cells, int digits) {
        Map<BigDecimal, BigDecimal> byRate = new LinkedHashMap<>();
        for (int i = 1; i <= MOST_TAXES; i++) {
            Matcher percent = PERCENT.matcher(cells.text("Tax " + i + " Name"));
            BigDecimal value = cells.amount("Tax " + i + " Value");
            if (percent.find() && value.signum() != 0) {
                BigDecimal rate = new BigDecimal(percent.group(1).replace(',', '.')).movePointLeft(2);
                byRate.merge(rate.stripTrailingZeros(), value, BigDecimal::add);
            }
        }
        return new ShopifyTaxes(cells, digits, byRate);
    }

    /** @param added whether the tax comes on top of the amounts */
    Found find(List<Part> parts, BigDecimal shipping, BigDecimal taxes, boolean added) {
        if (taxes.signum() == 0) {
            return all(parts, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        BigDecimal together = byRate.keySet().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (together.signum() != 0) {
            for (boolean shippingToo : List.of(true, false)) {
                if (isTax(together, parts, shippingToo ? shipping : BigDecimal.ZERO, taxes, added)) {
                    return all(parts, together, shippingToo ? together : BigDecimal.ZERO);
                }
            }
            List<BigDecimal> each = byRate.size() == 1 ? List.of() : eachItsOwn(parts, shipping, added);
            if (!each.isEmpty()) {
                return new Found(each.subList(0, parts.size()), each.get(parts.size()));
            }
        }
        return fromAmounts(parts, shipping, taxes, added);
    }

    /** The plainer of both rates: with the shipping taxed, and without. */
    private Found fromAmounts(List<Part> parts, BigDecimal shipping, BigDecimal taxes, boolean added) {
        BigDecimal goods = taxable(parts);
        BigDecimal with = rate(taxes, goods.add(shipping), added);
        BigDecimal without = rate(taxes, goods, added);
        BigDecimal plainest = with.scale() <= without.scale() ? with : without;
        if (byRate.size() > 1 || plainest.signum() == 0 || plainest.scale() > 4) {
            cells.flaw(
                    "TAX_UNCLEAR", "The amounts do not show which line has which tax: Taxes " + taxes.toPlainString());
            return all(parts, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        return all(parts, plainest, plainest == with ? with : BigDecimal.ZERO);
    }

    private BigDecimal rate(BigDecimal taxes, BigDecimal amount, boolean added) {
        return TaxRates.of(taxes, added ? amount : amount.subtract(taxes), digits)
                .orElse(BigDecimal.ZERO);
    }

    /** One rate for each line and the shipping, so that each tax comes out; empty where no choice does it. */
    private List<BigDecimal> eachItsOwn(List<Part> parts, BigDecimal shipping, boolean added) {
        List<BigDecimal> amounts = new ArrayList<>();
        parts.forEach(part -> amounts.add(part.taxable() ? part.amount() : BigDecimal.ZERO));
        amounts.add(shipping);
        if (amounts.size() > MOST_TRIED) {
            return List.of();
        }
        List<BigDecimal> rates = new ArrayList<>(byRate.keySet());
        // The dearer rate first: where both are possible, the shipping follows the dearer goods.
        rates.sort(Collections.reverseOrder());
        int[] choice = new int[amounts.size()];
        do {
            if (comesOut(choice, rates, amounts, added)) {
                List<BigDecimal> each = new ArrayList<>();
                for (int i = 0; i < choice.length; i++) {
                    each.add(i < parts.size() && !parts.get(i).taxable() ? BigDecimal.ZERO : rates.get(choice[i]));
                }
                return each;
            }
        } while (advance(choice, rates.size()));
        return List.of();
    }

    private boolean comesOut(int[] choice, List<BigDecimal> rates, List<BigDecimal> amounts, boolean added) {
        for (int which = 0; which < rates.size(); which++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < choice.length; i++) {
                sum = choice[i] == which ? sum.add(amounts.get(i)) : sum;
            }
            BigDecimal rate = rates.get(which);
            BigDecimal tax = added ? sum.multiply(rate) : TaxRates.within(sum, rate);
            if (!isNear(tax, byRate.getOrDefault(rate, BigDecimal.ZERO), choice.length)) {
                return false;
            }
        }
        return true;
    }

    private static boolean advance(int[] choice, int base) {
        for (int i = 0; i < choice.length; i++) {
            if (++choice[i] < base) {
                return true;
            }
            choice[i] = 0;
        }
        return false;
    }

    private boolean isTax(BigDecimal rate, List<Part> parts, BigDecimal shipping, BigDecimal taxes, boolean added) {
        BigDecimal base = taxable(parts).add(shipping);
        return isNear(added ? base.multiply(rate) : TaxRates.within(base, rate), taxes, parts.size() + 1);
    }

    /** The shop may have rounded the tax of each line. */
    private boolean isNear(BigDecimal one, BigDecimal other, int lines) {
        BigDecimal most = new BigDecimal("0.5")
                .movePointLeft(digits)
                .multiply(new BigDecimal(lines))
                .add(new BigDecimal("0.1").movePointLeft(digits));
        return one.subtract(other).abs().compareTo(most) <= 0;
    }

    private static BigDecimal taxable(List<Part> parts) {
        return parts.stream().filter(Part::taxable).map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Found all(List<Part> parts, BigDecimal rate, BigDecimal shippingRate) {
        return new Found(
                parts.stream()
                        .map(part -> part.taxable() ? rate : BigDecimal.ZERO)
                        .toList(),
                shippingRate);
    }
}
