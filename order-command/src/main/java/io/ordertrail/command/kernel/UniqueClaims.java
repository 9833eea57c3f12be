package io.ordertrail.command.kernel;

import io.ordertrail.axon.commit.CommandRows;
import java.util.Optional;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names that may be given once only: what has to be unique over many streams, or in one stream for ever, is a unique
 * row, written in the transaction of the event that it stands for.
 */
public final class UniqueClaims {

    private final JdbcClient jdbc;

    public UniqueClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives {@code name} to the stream {@code owner}.
     *
     * @param kind what sort of name it is; names of two kinds never meet; at most 32 characters
     * @return false when it was given before, whoever has it
     * @throws ConcurrencyException another command is giving it right now; nothing is stored, so try again
     */
    public boolean claim(String kind, String name, String owner) {
        CommandRows.begin();
        try {
            return jdbc.sql("insert into claimed_name (kind, name, owner) values (?, ?, ?) on conflict do nothing")
                            .params(kind, name, owner)
                            .update()
                    == 1;
        } catch (ConcurrencyFailureException | QueryTimeoutException e) {
            throw new ConcurrencyException("Another command is giving this name: " + kind + " " + name, e);
        }
    }

    /** The stream that has the name. */
    public Optional<String> ownerOf(String kind, String name) {
        return jdbc.sql("select owner from claimed_name where kind = ? and name = ?")
                .params(kind, name)
                .query(String.class)
                .optional();
    }

    /** Whether no name was ever given, as far as this database knows. */
    public boolean areNone() {
        return jdbc.sql("select kind from claimed_name limit 1")
                .query(String.class)
                .optional()
                .isEmpty();
    }
}
