package io.ordertrail.app.http.problem;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.app.http.problem.AllowedNow.Allowed;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.axon.failure.DatabaseFault;
import io.ordertrail.axon.failure.Unavailable;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Makes {@link Problem}s. */
public final class Problems {

    private static final int MAX_INSTANCE = 500;
    private static final String UNKNOWN =
            "; whether the request took effect is not known. A repeat with the same Idempotency-Key is safe.";

    private Problems() {}

    /** The HTTP status of a refusal. */
    static HttpStatus status(Refusal refusal) {
        if (refusal instanceof InvalidQuery) {
            // A parameter that only the read side can tell for wrong is as wrong as one that is told at the door.
            return HttpStatus.BAD_REQUEST;
        }
        return switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case GONE -> HttpStatus.GONE;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** @param allowed what may be done to what was to be changed, where the refusal comes from how it stands */
    public static Problem of(Refusal refusal, Optional<Allowed> allowed, HttpServletRequest request) {
        Long version = refusal instanceof StaleVersion stale
                ? Long.valueOf(stale.currentVersion())
                : allowed.map(Allowed::version).orElse(null);
        return new Problem(
                ProblemCode.type(refusal.code()),
                ProblemCode.title(refusal.code()),
                status(refusal).value(),
                refusal.detail(),
                instance(request),
                refusal.code(),
                refusal.faults().stream().map(fault -> fault(refusal, fault)).toList(),
                allowed.map(Allowed::actions).orElse(null),
                version,
                Trace.of(request).traceId());
    }

    private static Fault fault(Refusal refusal, Refusal.Fault fault) {
        return refusal instanceof InvalidQuery
                ? new Fault(null, fault.pointer().substring(1), null, fault.code(), fault.message())
                : new Fault(fault.pointer(), null, null, fault.code(), fault.message());
    }

    public static Problem of(Rejected no, HttpServletRequest request) {
        return of(no.status(), no.code(), no.detail(), no.faults(), no.currentVersion(), request);
    }

    public static Problem of(Unavailable no, HttpServletRequest request) {
        if (DatabaseFault.isAway(no) || DatabaseFault.isExhausted(no)) {
            String detail = "The database is away or overloaded" + UNKNOWN;
            return of(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_UNAVAILABLE", detail, request);
        }
        return of(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "No answer in time" + UNKNOWN, request);
    }

    public static Problem of(HttpStatusCode status, String code, String detail, HttpServletRequest request) {
        return of(status, code, detail, List.of(), null, request);
    }

    private static Problem of(
            HttpStatusCode status,
            String code,
            String detail,
            List<Fault> faults,
            @Nullable Long currentVersion,
            HttpServletRequest request) {
        return new Problem(
                ProblemCode.type(code),
                ProblemCode.title(code),
                status.value(),
                detail,
                instance(request),
                code,
                faults,
                null,
                currentVersion,
                Trace.of(request).traceId());
    }

    private static String instance(HttpServletRequest request) {
        // Where the container handles a failure, the request's own path is that of the handler.
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed == null ? request.getRequestURI() : failed.toString();
        String path = uri == null ? "/" : uri;
        return path.length() > MAX_INSTANCE ? path.substring(0, MAX_INSTANCE) : path;
    }
}
