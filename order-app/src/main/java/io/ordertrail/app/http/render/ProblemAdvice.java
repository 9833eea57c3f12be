package io.ordertrail.app.http.render;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refusal.Kind;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.RefusedBefore;
import io.ordertrail.api.message.RequestRefusal.RequestInProgress;
import io.ordertrail.api.message.RequestRefusal.TooManyWaiting;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.projection.ProjectionRefusal.ViewLate;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.WaitingReads;
import io.ordertrail.app.http.input.JsonFaults;
import io.ordertrail.app.http.problem.AllowedNow;
import io.ordertrail.app.http.problem.AllowedNow.Allowed;
import io.ordertrail.app.http.problem.DeniedRequests;
import io.ordertrail.app.http.problem.EarlyProblems;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.Problems;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.app.http.problem.StatusProblems;
import io.ordertrail.axon.failure.CauseChain;
import io.ordertrail.axon.failure.DatabaseFault;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.Dispatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Turns whatever went wrong into an answer: a problem (RFC 9457) that says what, and never how it looks inside. */
@RestControllerAdvice
@ConditionalOnWebApplication
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SOON = "1";
    private static final String RETRY_LATER = "5";

    private final AllowedNow allowedNow;
    private final WaitingReads waiting;
    private final DeniedRequests denied;

    ProblemAdvice(Dispatch dispatch, WaitingReads waiting, DeniedRequests denied) {
        this.denied = denied;
        this.allowedNow = new AllowedNow(dispatch);
        this.waiting = waiting;
    }

    /** Null where there will be an answer later. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<?> refused(Refused no, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            // As below: half an answer must not look whole.
            throw no;
        }
        Refusal refusal = no.refusal();
        if (isOnItsWay(refusal) && waiting.mayWait(request)) {
            if (waiting.waits(request, response)) {
                return null;
            }
            refusal = new TooManyWaiting();
        }
        if (refusal instanceof ViewBehind behind) {
            return ResponseEntity.accepted()
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SOON)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(NotYet.of(behind));
        }
        HttpHeaders headers = new HttpHeaders();
        if (refusal instanceof RequestInProgress || refusal instanceof TooManyWaiting) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_SOON);
        } else if (refusal.kind() == Kind.UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_LATER);
        } else if (refusal instanceof RefusedBefore) {
            headers.set(ChangeAnswer.REPLAYED_HEADER, "true");
        }
        Problem problem = Problems.of(refusal, allowed(refusal, request), request);
        denied.tell(problem, request, EarlyProblems.refused(request));
        return answer(problem, headers);
    }

    private static boolean isOnItsWay(Refusal refusal) {
        return refusal instanceof ViewLate || refusal instanceof ViewBehind behind && behind.onItsWay();
    }

    @ExceptionHandler
    ResponseEntity<?> rejected(Rejected no, HttpServletRequest request) {
        Problem problem = Problems.of(no, request);
        denied.tell(problem, request, true);
        HttpHeaders headers = new HttpHeaders();
        if (no.again() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(no.again().toSeconds()));
        }
        return answer(problem, headers);
    }

    @ExceptionHandler
    ResponseEntity<?> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        Problem.Fault fault = e.getCause() instanceof JacksonException json
                ? JsonFaults.of(json)
                : Problem.Fault.body("", FaultCode.MISSING_BODY, "The request needs a JSON body.");
        return rejected(Rejected.malformed(fault), request);
    }

    /** A part of the path is no number: nothing has such an address. */
    @ExceptionHandler
    ResponseEntity<?> mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        String detail = e.getName() + " in the address must be a number.";
        return answer(Problems.of(HttpStatus.NOT_FOUND, "NOT_FOUND", detail, request), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<?> unavailable(Unavailable e, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw e;
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_LATER);
        // They come by the hundred, and always from the same places.
        String why = e.getCause() == null ? "" : ": " + CauseChain.innermost(e);
        LOG.warn(
                "No answer to {} {}: {}{}",
                request.getMethod(),
                DeniedRequests.path(request.getRequestURI()),
                e.getMessage(),
                why);
        return answer(Problems.of(e, request), headers);
    }

    /** The client went away, or an answer under way cannot be finished: nothing can be said any more. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<?> broken(IOException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw e;
        }
        String detail = "The request ended before all of its body had arrived.";
        return answer(Problems.of(HttpStatus.BAD_REQUEST, "INCOMPLETE_REQUEST", detail, request), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<?> other(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            // Adding a problem to half an answer would make it look whole: let the connection break instead.
            throw e;
        }
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(StatusProblems.of(status, request), allowing(known.getHeaders()));
        }
        if (DatabaseFault.isAway(e) || DatabaseFault.isExhausted(e)) {
            return unavailable(new Unavailable("The database did not answer", e), request, response);
        }
        Problem problem = StatusProblems.of(HttpStatus.INTERNAL_SERVER_ERROR, request);
        LOG.error(
                "{} {} failed, trace {}",
                request.getMethod(),
                DeniedRequests.path(request.getRequestURI()),
                problem.traceId(),
                e);
        return answer(problem, new HttpHeaders());
    }

    /** The headers with what goes without saying: HEAD where GET does, and OPTIONS. */
    private static HttpHeaders allowing(HttpHeaders known) {
        HttpHeaders headers = HttpHeaders.copyOf(known);
        Set<HttpMethod> methods = new LinkedHashSet<>(known.getAllow());
        if (!methods.isEmpty()) {
            if (methods.contains(HttpMethod.GET)) {
                methods.add(HttpMethod.HEAD);
            }
            methods.add(HttpMethod.OPTIONS);
            headers.setAllow(methods);
        }
        return headers;
    }

    private static ResponseEntity<?> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** A rule said no because of how something stands: the caller is told what may be done to it as it is. */
    private Optional<Allowed> allowed(Refusal refusal, HttpServletRequest request) {
        // Told again, a refusal is as old as its first time: beside it, what is allowed now would contradict it.
        boolean ofNow = refusal.kind() == Kind.CONFLICT
                && !(refusal instanceof RequestInProgress)
                && !(refusal instanceof RefusedBefore);
        return ofNow ? allowedNow.of(request) : Optional.empty();
    }
}
