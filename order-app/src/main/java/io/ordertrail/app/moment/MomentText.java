package io.ordertrail.app.moment;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Moment;
import io.ordertrail.app.http.input.Values;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** A moment as one parameter: a version, or an instant by which what is meant had been recorded. */
final class MomentText {

    private static final String VERSION = "[0-9]{1,18}";

    private MomentText() {}

    /**
     * @param text null is now
     * @throws Rejected it is neither
     */
    static Moment read(String parameter, @Nullable String text) {
        if (text == null) {
            return Moment.NOW;
        }
        if (text.matches(VERSION)) {
            return Moment.version(Long.parseLong(text));
        }
        try {
            return Moment.asOf(Values.instant(text));
        } catch (IllegalArgumentException e) {
            Rejected no = malformed(parameter, parameter + " must be a version or " + Values.EXPECTED_TIME + ".");
            no.initCause(e);
            throw no;
        }
    }

    static Rejected malformed(String parameter, String why) {
        return Rejected.malformed(Fault.parameter(parameter, FaultCode.MALFORMED_PARAMETER, why));
    }
}
