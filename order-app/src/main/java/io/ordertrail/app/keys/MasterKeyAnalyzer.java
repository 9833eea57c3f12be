package io.ordertrail.app.keys;

import io.ordertrail.axon.personal.MissingMasterKey;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot say in two sentences, instead of a stack trace, that the service cannot read its personal data. */
final class MasterKeyAnalyzer extends AbstractFailureAnalyzer<MissingMasterKey> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingMasterKey cause) {
        return new FailureAnalysis("Ordertrail does not start. " + cause.getMessage(), cause.cure(), cause);
    }
}
