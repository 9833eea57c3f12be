package io.ordertrail.app.http.render;

import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.StatusProblems;
import io.ordertrail.app.http.problem.Trace;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the servlet container sends a request that failed outside the endpoints, in a filter for instance. */
@Hidden
@RestController
final class ErrorEndpoint implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorEndpoint.class);

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null; // Half an answer is out; the container breaks the connection.
        }
        HttpStatus status =
                request.getDispatcherType() == DispatcherType.ERROR ? failed(request) : HttpStatus.NOT_FOUND;
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(StatusProblems.of(status, request));
    }

    private static HttpStatus failed(HttpServletRequest request) {
        HttpStatus status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(HttpStatus::resolve)
                .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        if (status.is5xxServerError()
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t) {
            LOG.error("Request failed, trace {}", Trace.of(request).traceId(), t);
        }
        return status;
    }
}
