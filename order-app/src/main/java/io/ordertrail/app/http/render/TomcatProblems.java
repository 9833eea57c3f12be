package io.ordertrail.app.http.render;

import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.StatusProblems;
import io.ordertrail.app.http.problem.Trace;
import io.ordertrail.axon.json.JsonBuffers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem what Tomcat refuses before a filter of ours sees it. Tomcat makes it by name: it is public.
 */
public final class TomcatProblems extends ErrorReportValve {

    private static final Log LOG = LogFactory.getLog(TomcatProblems.class);
    private static final JsonMapper JSON = JsonBuffers.mapper().build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(response.getStatus());
        HttpStatus status = known == null ? HttpStatus.BAD_REQUEST : known;
        Trace trace = Trace.of(request);
        trace.keepIn(request);
        byte[] body =
                JSON.writeValueAsString(StatusProblems.of(status, request)).getBytes(StandardCharsets.UTF_8);
        response.setHeader(Trace.CORRELATION_HEADER, trace.correlationId());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The client went away before it was told " + status, e);
        }
    }
}
