package io.ordertrail.app.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.message.FaultCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every error answers, as RFC 9457 lays it out.
 *
 * @param type a relative reference that names the kind of problem and opens a page about it:
 *     {@code /problems/total-mismatch}
 * @param status the HTTP status, again
 * @param instance the path that was asked
 * @param code the kind of problem for programs: {@code TOTAL_MISMATCH}
 * @param errors the parts of the request at fault, where they can be told
 * @param allowedActions what may be done now to the order, payment, return or account that was meant; given when a rule
 *     forbade the request
 * @param currentVersion version of the resource now, where the caller's may have been another
 * @param traceId to find the request in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<Fault> errors,
        @Nullable List<ActionAnswer> allowedActions,
        @Nullable Long currentVersion,
        String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A part of the request at fault: a place in its body (JSON Pointer, RFC 6901), a query parameter or a header. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String header,
            String code,
            String message) {

        public static Fault body(String pointer, FaultCode code, String message) {
            return new Fault(pointer, null, null, code.name(), message);
        }

        public static Fault parameter(String name, FaultCode code, String message) {
            return new Fault(null, name, null, code.name(), message);
        }

        public static Fault header(String name, FaultCode code, String message) {
            return new Fault(null, null, name, code.name(), message);
        }
    }
}
