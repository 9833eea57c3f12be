package io.ordertrail.app.http.problem;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The front door's own no, said before anything behind it was asked: the request itself is wrong. */
public final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final transient List<Fault> faults;
    private final @Nullable Long currentVersion;
    private final @Nullable Duration again;

    private Rejected(HttpStatus status, String code, String detail, List<Fault> faults, @Nullable Long currentVersion) {
        this(status, code, detail, faults, currentVersion, null);
    }

    private Rejected(
            HttpStatus status,
            String code,
            String detail,
            List<Fault> faults,
            @Nullable Long currentVersion,
            @Nullable Duration again) {
        super(detail);
        this.again = again;
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.currentVersion = currentVersion;
    }

    /** 400: the request cannot be read. {@code faults} is not empty; the first one becomes the detail. */
    public static Rejected malformed(List<Fault> faults) {
        Fault first = faults.get(0);
        String place = first.pointer() == null || first.pointer().isEmpty() ? "" : first.pointer() + ": ";
        return new Rejected(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", place + first.message(), faults, null);
    }

    public static Rejected malformed(Fault fault) {
        return malformed(List.of(fault));
    }

    /** 400: of a range, the parameter that says where it begins is beyond the one that says where it ends. */
    public static Rejected turnedRound(String first, String last) {
        return malformed(Fault.parameter(first, FaultCode.MALFORMED_PARAMETER, first + " is beyond " + last + "."));
    }

    /** 412: the resource is not in the version that the caller decided on; null where it has none. */
    public static Rejected stale(@Nullable Long currentVersion) {
        String detail = currentVersion == null
                ? "There is no version that If-Match could mean."
                : "The resource is at version " + currentVersion + ", the request expected another.";
        return new Rejected(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION", detail, List.of(), currentVersion);
    }

    /** 412: the caller wanted to make what is there already. */
    public static Rejected exists(long currentVersion) {
        String detail =
                "It is there already, at version " + currentVersion + "; If-None-Match: * wants that it is not.";
        return new Rejected(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION", detail, List.of(), currentVersion);
    }

    /** 401: the caller is not who they would have to be. */
    public static Rejected unauthorized(String detail) {
        return new Rejected(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", detail, List.of(), null);
    }

    /** 401: who they are is proved by a token that was withdrawn; no other token than theirs is told so. */
    public static Rejected withdrawn(String detail) {
        return new Rejected(HttpStatus.UNAUTHORIZED, "TOKEN_WITHDRAWN", detail, List.of(), null);
    }

    /**
     * 429: the caller, or whoever comes from the same address, asks too often.
     *
     * @param again after which it is worth another try
     */
    public static Rejected tooMany(String detail, Duration again) {
        return new Rejected(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", detail, List.of(), null, again);
    }

    /** 403: nobody has this role who comes from outside. */
    static Rejected reservedRole(String role) {
        String detail = "Only the service itself has the role " + role + "; no request may claim it.";
        return new Rejected(HttpStatus.FORBIDDEN, "RESERVED_ROLE", detail, List.of(), null);
    }

    /** 403: the request is for another machine, by the name that it was sent to. */
    public static Rejected foreignHost() {
        String detail = "This service answers its own machine only: the header Host must be localhost or 127.0.0.1.";
        return new Rejected(HttpStatus.FORBIDDEN, "FOREIGN_HOST", detail, List.of(), null);
    }

    /** 403: a browser sent it on behalf of a page from elsewhere. */
    public static Rejected foreignSite() {
        String detail = "This service answers its own pages only, and this request comes from a page of another site.";
        return new Rejected(HttpStatus.FORBIDDEN, "FOREIGN_SITE", detail, List.of(), null);
    }

    /** 428: a change like this may not be made blindly. */
    public static Rejected unconditional() {
        String detail = "The header If-Match is required here: the ETag of the version that the request is about.";
        return new Rejected(HttpStatus.PRECONDITION_REQUIRED, "VERSION_REQUIRED", detail, List.of(), null);
    }

    /** 413. */
    public static Rejected tooLarge(long maxBytes) {
        String detail = "The body of a request may have at most " + maxBytes + " bytes.";
        return new Rejected(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE", detail, List.of(), null);
    }

    /** 414 or 431. */
    public static Rejected tooLong(HttpStatus status, String what, int most) {
        return new Rejected(
                status, status.name(), what + " may have at most " + most + " characters.", List.of(), null);
    }

    /** 406. */
    public static Rejected notAcceptable(String offered) {
        String detail = "The answer is " + offered + ", which the Accept header rules out.";
        return new Rejected(HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE", detail, List.of(), null);
    }

    /** 415. */
    public static Rejected encoded(String encoding) {
        String detail = "A body may not be encoded; Content-Encoding " + encoding + " is not supported.";
        return new Rejected(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", detail, List.of(), null);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** After how long it is worth another try; null if nobody knows. */
    public @Nullable Duration again() {
        return again;
    }

    List<Fault> faults() {
        return faults;
    }

    @Nullable
    Long currentVersion() {
        return currentVersion;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
