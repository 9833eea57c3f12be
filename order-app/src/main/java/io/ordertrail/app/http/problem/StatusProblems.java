package io.ordertrail.app.http.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/** What an HTTP status means when the server's own machinery, and no rule of ours, has chosen it. */
public final class StatusProblems {

    private StatusProblems() {}

    public static Problem of(HttpStatus status, HttpServletRequest request) {
        return Problems.of(status, code(status), detail(status, request), request);
    }

    static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "MALFORMED_REQUEST";
            case INTERNAL_SERVER_ERROR -> "INTERNAL_ERROR";
            default -> status.name();
        };
    }

    private static String detail(HttpStatus status, HttpServletRequest request) {
        return switch (status) {
            case BAD_REQUEST -> "The request is not well-formed.";
            case NOT_FOUND -> "There is nothing here.";
            case METHOD_NOT_ALLOWED -> method(request) + " is not possible here; see the Allow header.";
            case NOT_ACCEPTABLE -> "None of the media types in the Accept header is available here.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be application/json.";
            case URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE -> "The request line or the headers are too long.";
            case INTERNAL_SERVER_ERROR -> "Something went wrong here; the log tells more under the trace id.";
            default -> status.getReasonPhrase() + ".";
        };
    }

    /** The method that was asked for; the container handles a failure by GET. */
    private static String method(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return failed == null ? request.getMethod() : failed.toString();
    }
}
