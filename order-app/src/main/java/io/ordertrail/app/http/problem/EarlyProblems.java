package io.ordertrail.app.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a request that a filter refuses, before it comes to any endpoint. */
@Component
@ConditionalOnWebApplication
public final class EarlyProblems {

    private static final String EARLY = EarlyProblems.class.getName();

    private final HandlerExceptionResolver problems;

    EarlyProblems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    /** What is left of the body stays unread, so the connection cannot be used again. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Exception no) {
        response.setHeader("Connection", "close");
        request.setAttribute(EARLY, true);
        problems.resolveException(request, response, null, no);
    }

    /** Whether it is a filter that refuses {@code request}. */
    public static boolean refused(HttpServletRequest request) {
        return request.getAttribute(EARLY) != null;
    }
}
