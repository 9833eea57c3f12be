package io.ordertrail.axon.access;

import io.ordertrail.api.access.TokenWithdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens of an OpenID provider that are refused although they have not ended. As with {@link ApiKeys} each request is
 * looked up, so that what was withdrawn is refused from the next one on, by every node.
 */
public final class TokenWithdrawals {

    private final JdbcClient jdbc;
    private final Clock clock;

    TokenWithdrawals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Withdraws what was issued to {@code subject} until now. */
    public TokenWithdrawal add(String subject, String reason, String by) {
        // As exact as every database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TokenWithdrawal made = new TokenWithdrawal(KeyText.newId(), subject, reason, now, by);
        jdbc.sql("insert into token_withdrawal (withdrawal_id, subject, reason, withdrawn_at, withdrawn_by)"
                        + " values (?, ?, ?, ?, ?)")
                .params(made.id(), subject, reason, Timestamp.from(now), by)
                .update();
        return made;
    }

    public List<TokenWithdrawal> all() {
        return jdbc.sql("select * from token_withdrawal order by withdrawn_at, withdrawal_id")
                .query((row, n) -> withdrawal(row))
                .list();
    }

    /** Takes a withdrawal back; others of the same subject stay. Empty where there is no such one. */
    public Optional<TokenWithdrawal> remove(String id) {
        Optional<TokenWithdrawal> found = jdbc.sql("select * from token_withdrawal where withdrawal_id = ?")
                .param(id)
                .query((row, n) -> withdrawal(row))
                .optional();
        found.ifPresent(made -> jdbc.sql("delete from token_withdrawal where withdrawal_id = ?")
                .param(id)
                .update());
        return found;
    }

    /** Until when what was issued to {@code subject} is withdrawn; empty where nothing is. */
    public Optional<Instant> until(String subject) {
        return jdbc.sql("select withdrawn_at from token_withdrawal where subject = ? order by withdrawn_at desc"
                        + " fetch first 1 rows only")
                .param(subject)
                .query((row, n) -> row.getTimestamp("withdrawn_at").toInstant())
                .optional();
    }

    private static TokenWithdrawal withdrawal(ResultSet row) throws SQLException {
        return new TokenWithdrawal(
                row.getString("withdrawal_id"),
                row.getString("subject"),
                row.getString("reason"),
                row.getTimestamp("withdrawn_at").toInstant(),
                row.getString("withdrawn_by"));
    }
}
