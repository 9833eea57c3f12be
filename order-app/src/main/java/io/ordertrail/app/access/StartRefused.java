package io.ordertrail.app.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The service does not start, because of who could come in. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String cure;

    /** @param cure what to do about it */
    StartRefused(String reason, String cure) {
        super(reason);
        this.cure = cure;
    }

    /** Has Spring Boot say it in two sentences instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<StartRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
            return new FailureAnalysis("Ordertrail does not start. " + cause.getMessage(), cause.cure, cause);
        }
    }
}
