package io.ordertrail.app.http.input;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells what is wrong with a JSON document in the caller's terms; what Jackson says names classes. */
public final class JsonFaults {

    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "a string",
            Integer.class, "a whole number",
            int.class, "a whole number",
            Long.class, "a whole number",
            Boolean.class, "true or false",
            BigDecimal.class, "a decimal string such as \"24.99\"",
            Instant.class, Values.EXPECTED_TIME);

    private JsonFaults() {}

    public static Fault of(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return fault(e, FaultCode.UNKNOWN_FIELD, "There is no such field here.");
        }
        if (e instanceof StreamConstraintsException) {
            return fault(
                    e,
                    FaultCode.TOO_COMPLEX,
                    "The document is nested more than " + StrictJsonConfiguration.MAX_DEPTH
                            + " levels deep, or has a number or name that is too long.");
        }
        if (e instanceof InputCoercionException number) {
            return fault(
                    e, FaultCode.WRONG_TYPE, "This must be " + expected(number.getTargetType()) + " within its range.");
        }
        if (e instanceof InvalidFormatException value && value.getTargetType().isEnum()) {
            return fault(e, FaultCode.UNKNOWN_VALUE, "This must be " + expected(value.getTargetType()) + ".");
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        return syntax(e);
    }

    private static Fault mismatch(MismatchedInputException e) {
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return fault(e, FaultCode.TRAILING_CONTENT, "Something follows after the end of the document.");
        }
        return fault(e, FaultCode.WRONG_TYPE, "This must be " + expected(e.getTargetType()) + ".");
    }

    private static Fault syntax(JacksonException e) {
        if (e.getOriginalMessage().startsWith("Duplicate")) {
            return fault(e, FaultCode.DUPLICATE_FIELD, "The field comes twice.");
        }
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return fault(e, FaultCode.MALFORMED_JSON, "The body is not a JSON document: it cannot be read" + place + ".");
    }

    private static Fault fault(JacksonException e, FaultCode code, String message) {
        return Fault.body(pointer(e), code, message);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return Values.constants(type);
        }
        return WORDS.getOrDefault(type, List.class.isAssignableFrom(type) ? "an array" : "an object");
    }

    /** The parser knows the place of a syntax error, the path of the exception that of a wrong value. */
    private static String pointer(JacksonException e) {
        if (e instanceof StreamReadException && e.processor() instanceof JsonParser parser) {
            return parser.streamReadContext().pathAsPointer().toString();
        }
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? step.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
