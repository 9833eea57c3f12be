package io.ordertrail.model.kernel;

import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a request, gathered before it is refused, so that the caller sees it all at once. Pointers
 * name the places in the HTTP request's body.
 */
public final class Faults {

    /** The most characters of a name of a person, a place or a thing. */
    public static final int MAX_NAME = 200;

    /** The most characters of a reference to something of another system, or of a word for a way or a reason. */
    public static final int MAX_REFERENCE = 100;

    /** The most characters of what a person writes. */
    public static final int MAX_NOTE = 4000;

    /** The most characters of a stock keeping unit. */
    public static final int MAX_SKU = 64;

    /** Exclusive; in units of the currency, not of its smallest coin. */
    public static final BigDecimal MAX_AMOUNT = BigDecimal.TEN.pow(15);

    /** A caller who makes more mistakes than this does not read the rest. */
    private static final int MAX_FAULTS = 100;

    private final List<Fault> found = new ArrayList<>();

    /** Notes that {@code pointer} is at fault unless {@code holds}. */
    public Faults unless(boolean holds, String pointer, String code, String message) {
        if (!holds && found.size() < MAX_FAULTS) {
            found.add(new Fault(pointer, code, message));
        }
        return this;
    }

    /** Whether {@code value} is there; where it is not, {@code pointer} is at fault. */
    public boolean present(@Nullable Object value, String pointer) {
        unless(value != null, pointer, "REQUIRED", pointer.substring(1) + " is missing.");
        return value != null;
    }

    /** Text that must be there, not blank, of at most {@code max} characters and without control characters. */
    public Faults text(@Nullable String value, String pointer, int max) {
        if (value == null || value.isBlank()) {
            return unless(false, pointer, "REQUIRED", pointer.substring(1) + " is missing.");
        }
        return wellFormed(value, pointer, max, false);
    }

    /** The same, where it may be absent. */
    public Faults optionalText(@Nullable String value, String pointer, int max) {
        return value == null ? this : wellFormed(value, pointer, max, false);
    }

    /** What a person writes: it may have several lines. */
    public Faults prose(@Nullable String value, String pointer) {
        return value == null ? this : wellFormed(value, pointer, MAX_NOTE, true);
    }

    /**
     * Rule O1: an amount in {@code currency}, zero or more and below {@link #MAX_AMOUNT}. A {@link Money} always has its
     * currency's scale.
     *
     * @return whether it is one; where it is not, {@code pointer} is at fault
     */
    public boolean amount(@Nullable Money value, String pointer, CurrencyUnit currency) {
        if (!present(value, pointer)) {
            return false;
        }
        int before = found.size();
        unless(
                value.getCurrencyUnit().equals(currency),
                pointer,
                "CURRENCY_MISMATCH",
                pointer.substring(1) + " must be in " + currency + ".");
        unless(!value.isNegative(), pointer, "NEGATIVE", pointer.substring(1) + " must not be negative.");
        unless(
                value.getAmount().compareTo(MAX_AMOUNT) < 0,
                pointer,
                "TOO_LARGE",
                pointer.substring(1) + " must be less than 10^15.");
        return found.size() == before;
    }

    /** Whether any was found by now. */
    public boolean areAny() {
        return !found.isEmpty();
    }

    /** @throws Refused with {@link InvalidRequest} where a fault was found */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refused(new InvalidRequest(List.copyOf(found)));
        }
    }

    private Faults wellFormed(String value, String pointer, int max, boolean lines) {
        unless(
                value.length() <= max,
                pointer,
                "TOO_LONG",
                pointer.substring(1) + " has more than " + max + " characters.");
        return unless(
                value.codePoints().noneMatch(c -> unprintable(c, lines)),
                pointer,
                "CONTROL_CHARACTER",
                pointer.substring(1) + " has control characters or half a character.");
    }

    /** A surrogate that is a code point of its own has lost its other half and cannot be stored as UTF-8. */
    private static boolean unprintable(int c, boolean lines) {
        if (lines && (c == '\n' || c == '\r' || c == '\t')) {
            return false;
        }
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }
}
