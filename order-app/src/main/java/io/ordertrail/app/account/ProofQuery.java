package io.ordertrail.app.account;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The position up to which the books are added up. */
record ProofQuery(
        @Schema(
                description = "Position in the event store; default: the latest in the ledger",
                minimum = "0",
                example = "42")
        @Nullable
        Long position) {

    ProofQuery checked() {
        if (position != null && position < 0) {
            throw Rejected.malformed(
                    List.of(Fault.parameter("position", FaultCode.MALFORMED_PARAMETER, "position must be 0 or more.")));
        }
        return this;
    }
}
