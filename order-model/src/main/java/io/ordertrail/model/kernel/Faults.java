package io.ordertrail.model.kernel;

import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a command for a part of it that is at fault in the present state of its subject. What is at fault in any
 * state, the command tells itself, and no handler hears of it.
 */
public final class Faults {

    private Faults() {}

    /** @throws Refused with {@link InvalidRequest} where there is any */
    public static void refuse(Stream<Fault> faults) {
        List<Fault> found = faults.toList();
        if (!found.isEmpty()) {
            throw new Refused(new InvalidRequest(found));
        }
    }

    /** @throws Refused with {@link InvalidRequest} at {@code pointer} unless {@code holds} */
    public static void unless(boolean holds, String pointer, FaultCode code, String message) {
        refuse(CrossFaults.unless(holds, pointer, code, message));
    }

    /**
     * Money of another currency than its subject's cannot be meant.
     *
     * @throws Refused with {@link InvalidRequest} at {@code pointer}
     */
    public static void inCurrency(@Nullable Money money, String pointer, CurrencyUnit currency) {
        refuse(CrossFaults.inCurrency(currency, money, pointer));
    }
}
