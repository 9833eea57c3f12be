package io.ordertrail.api.constraint;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What may be wrong between fields, of more than one message. */
public final class CrossFaults {

    private static final Pattern PART = Pattern.compile(IdForms.PART);

    private CrossFaults() {}

    /** {@code pointer} is at fault unless {@code holds}. */
    public static Stream<Fault> unless(boolean holds, String pointer, FaultCode code, String message) {
        return holds ? Stream.empty() : Stream.of(new Fault(pointer, code, message));
    }

    /** The id of a part leads to its order, so it must be made of it. */
    public static Stream<Fault> partOf(@Nullable String orderId, @Nullable String partId, String pointer) {
        Matcher form = PART.matcher(String.valueOf(partId));
        return unless(
                form.matches() && ("order-" + form.group(1)).equals(orderId),
                pointer,
                FaultCode.MALFORMED,
                "This is not the id of a part of " + orderId + ".");
    }

    /** No two of {@code lines} have one id. A line without an id is a new one. */
    public static <L> Stream<Fault> eachOnce(@Nullable List<L> lines, Function<L, @Nullable String> id) {
        if (lines == null) {
            return Stream.empty();
        }
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i) != null && id.apply(lines.get(i)) != null)
                .filter(i -> !seen.add(Objects.requireNonNull(id.apply(lines.get(i)))))
                .mapToObj(i ->
                        new Fault("/lines/" + i + "/lineId", FaultCode.REPEATED, "Each line is named at most once."));
    }

    public static Stream<Fault> inCurrency(@Nullable CurrencyUnit currency, @Nullable Money money, String pointer) {
        return unless(
                currency == null || money == null || money.getCurrencyUnit().equals(currency),
                pointer,
                FaultCode.CURRENCY_MISMATCH,
                pointer.substring(1) + " must be in " + currency + ".");
    }
}
