package io.ordertrail.app.deadletter;

import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a filter, which are looked up only if something can have them: no database accepts a NUL, for example.
 */
final class Words {

    private Words() {}

    static DeadLetterFilter filter(
            @Nullable String place, @Nullable String error, @Nullable String eventType, @Nullable String subject) {
        check("error", error, "[A-Z][A-Z0-9_]{0,99}");
        check("eventType", eventType, "[A-Za-z][A-Za-z0-9.]{0,254}");
        check("subject", subject, "[^\\p{Cntrl}]{1,255}");
        return new DeadLetterFilter(place, error, eventType, subject);
    }

    static void check(String name, @Nullable String word, String form) {
        if (word != null && !word.matches(form)) {
            throw Rejected.malformed(List.of(
                    Fault.parameter(name, FaultCode.MALFORMED_PARAMETER, "No " + name + " can be called that.")));
        }
    }
}
