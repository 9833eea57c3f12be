package io.ordertrail.app.http.input;

import io.ordertrail.api.constraint.MoneyBound;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a request states into money, and collects what cannot be, so that the caller is told of every fault at
 * once. What it returns in place of a faulty value is of no use: {@link #orRefuse} comes before anything is done with
 * it.
 */
public final class MoneyMapper {

    /** ISO's code for "no currency": stands in for a faulty one. */
    private static final CurrencyUnit NONE = CurrencyUnit.of("XXX");

    private final List<Fault> faults = new ArrayList<>();

    /** The currency of ISO code {@code code}. */
    public CurrencyUnit currency(String code, String pointer) {
        return find(code).orElseGet(() -> {
            fault(pointer, FaultCode.UNKNOWN_CURRENCY, "There is no currency of that code in ISO 4217.");
            return NONE;
        });
    }

    /** Money of any currency. */
    public Money money(Amount stated, String pointer) {
        CurrencyUnit currency = currency(stated.currency(), pointer + "/currency");
        return currency.equals(NONE) ? Money.zero(NONE) : money(stated.amount(), currency, pointer + "/amount");
    }

    /** Money of {@code wanted}; where that itself is faulty, nothing more is said. */
    public Money money(Amount stated, CurrencyUnit wanted, String pointer) {
        if (wanted.equals(NONE)) {
            return Money.zero(NONE);
        }
        if (!stated.currency().equals(wanted.getCode())) {
            fault(pointer + "/currency", FaultCode.CURRENCY_MISMATCH, "The currency here must be " + wanted + ".");
            return Money.zero(wanted);
        }
        return money(stated.amount(), wanted, pointer + "/amount");
    }

    public @Nullable Money optional(@Nullable Amount stated, CurrencyUnit wanted, String pointer) {
        return stated == null ? null : money(stated, wanted, pointer);
    }

    public void fault(String pointer, FaultCode code, String message) {
        faults.add(new Fault(pointer, code, message));
    }

    /** @throws Refused with every fault found, if any was */
    public void orRefuse() {
        if (!faults.isEmpty()) {
            throw new Refused(new InvalidRequest(List.copyOf(faults)));
        }
    }

    private Money money(BigDecimal amount, CurrencyUnit currency, String pointer) {
        if (amount.signum() < 0) {
            fault(pointer, FaultCode.NEGATIVE, "An amount may not be negative.");
        } else if (!MoneyBound.Validator.isBelowLimit(amount)) {
            fault(pointer, FaultCode.TOO_LARGE, "An amount must be less than 10^15.");
        } else if (amount.scale() != currency.getDecimalPlaces()) {
            String digits = currency + " has " + currency.getDecimalPlaces() + " digits after the decimal point.";
            fault(pointer, FaultCode.WRONG_SCALE, digits);
        } else {
            return Money.of(currency, amount);
        }
        return Money.zero(currency);
    }

    /** Joda-Money also knows pseudo currencies, such as gold: nothing that could be paid. */
    private static Optional<CurrencyUnit> find(String code) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(currency -> currency.getCode().equals(code) && !currency.isPseudoCurrency())
                .findFirst();
    }
}
