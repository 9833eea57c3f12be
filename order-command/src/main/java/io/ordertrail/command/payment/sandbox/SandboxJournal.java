package io.ordertrail.command.payment.sandbox;

import io.ordertrail.command.payment.provider.ProviderRequest;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the sandbox ever did, by the key of the request. It stands for the other side's own books. */
final class SandboxJournal {

    private final JdbcClient jdbc;

    SandboxJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does what {@code request} asks, unless a request of this key was here before: then what was done stands. */
    boolean enter(ProviderRequest request, SandboxOperation operation) {
        return jdbc.sql("insert into sandbox_operation (provider_key, payment_id, operation, token, amount, currency,"
                                + " outcome, reference, done_at, told_from)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, current_timestamp, ?) on conflict do nothing")
                        .param(request.providerKey())
                        .param(request.paymentId())
                        .param(request.operation().name())
                        .param(request.choice().token())
                        .param(request.amount().getAmount())
                        .param(request.amount().getCurrencyUnit().getCode())
                        .param(operation.outcome().name())
                        .param(operation.reference())
                        .param(Timestamp.from(operation.toldFrom()))
                        .update()
                == 1;
    }

    Optional<SandboxOperation> find(String providerKey) {
        return jdbc.sql("select outcome, reference, told_from from sandbox_operation where provider_key = ?")
                .param(providerKey)
                .query((row, n) -> new SandboxOperation(
                        SandboxOperation.Outcome.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }
}
