package io.ordertrail.axon.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ends of the chains, a row each: who has locked it adds a link, on whatever node. */
public final class ChainHeads {

    /** Of all events. */
    public static final String EVENTS = "events";

    /** Of what was refused. */
    public static final String AUDIT = "audit";

    private static final String SELECT = "select chain, size, position, hash, mac from chain_head where chain = ?";

    private final JdbcClient jdbc;

    public ChainHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ChainHead read(String chain) {
        return jdbc.sql(SELECT).param(chain).query(ChainHeads::head).single();
    }

    /**
     * The same, and nobody else moves it before the present transaction has ended.
     *
     * @throws BrokenChain somebody has changed it
     */
    public ChainHead lock(String chain, ChainMac key) {
        ChainHead head = jdbc.sql(SELECT + " for update")
                .param(chain)
                .query(ChainHeads::head)
                .single();
        if (!head.isWhole(key)) {
            throw new BrokenChain(chain);
        }
        return head;
    }

    public void move(ChainHead to) {
        jdbc.sql("update chain_head set size = ?, position = ?, hash = ?, mac = ? where chain = ?")
                .param(to.size())
                .param(to.position())
                .param(to.hash())
                .param(to.mac())
                .param(to.chain())
                .update();
    }

    private static ChainHead head(ResultSet row, int number) throws SQLException {
        return new ChainHead(row.getString(1), row.getLong(2), row.getLong(3), row.getBytes(4), row.getBytes(5));
    }
}
