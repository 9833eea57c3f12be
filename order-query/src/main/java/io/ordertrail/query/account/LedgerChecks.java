package io.ordertrail.query.account;

import io.ordertrail.api.account.LedgerProof;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.verification.InvariantCheck;
import io.ordertrail.query.verification.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Invariant I4 of money on accounts: three independent projections must agree. */
final class LedgerChecks implements InvariantCheck {

    /** Projections that are under way are given time to meet. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String BALANCES = """
            select v.account_id || ': ' || v.balance || ' in account-view, ' || s.balance || ' in account-entries'
            from account_view v join account_statement s on s.account_id = v.account_id and s.version = v.version
            where s.balance <> v.balance order by 1 limit 20
            """;

    private static final String RUNNING = """
            select account_id || ' at ' || position || ': ' || balance_after || ' after entries of ' || total
            from (select account_id, position, balance_after,
                         sum(amount) over (partition by account_id order by position) as total
                  from account_entry) as entry
            where balance_after <> total order by 1 limit 20
            """;

    private static final String SUMS = """
            select s.account_id || ': ' || s.balance || ' at the end, its entries add up to ' || coalesce(e.total, 0)
            from account_statement s
            left join (select account_id, sum(amount) as total from account_entry group by account_id) as e
                 on e.account_id = s.account_id
            where s.balance <> coalesce(e.total, 0) order by 1 limit 20
            """;

    private static final String ENTRIES = """
            select l.account || ' at ' || l.position || ': ' || l.amount || ' is in no statement'
            from ledger_row l left join account_entry e on e.account_id = l.account and e.position = l.position
                 and e.amount = l.amount and e.currency = l.currency
            where l.side = 'ACCOUNT' and e.position is null and l.position <= ? order by 1 limit 20
            """;

    private static final String LEDGER = """
            select e.account_id || ' at ' || e.position || ': ' || e.amount || ' is not in the ledger'
            from account_entry e left join ledger_row l on l.row_key = e.position || ':ACCOUNT'
                 and l.account = e.account_id and l.amount = e.amount and l.currency = e.currency
            where l.row_key is null and e.position <= ? order by 1 limit 20
            """;

    private final ViewSql views;
    private final Ledger ledger;
    private final Positions positions;
    private final CommitSignal commits;

    LedgerChecks(ViewSql views, Ledger ledger, Positions positions, CommitSignal commits) {
        this.views = views;
        this.ledger = ledger;
        this.positions = positions;
        this.commits = commits;
    }

    @Override
    public List<Check> check() {
        LedgerProof proof = ledger.at(positions.of(Ledger.NAME));
        Tally sums = new Tally();
        sums.checked(proof.currencies().size());
        if (!proof.balanced()) {
            sums.breach(proof.toString());
        }
        long reached = positions.of(Ledger.NAME);
        return List.of(
                sums.check(
                        "I4", "the ledger's sum is zero in every currency, with what transfers say is under way (A6)"),
                look("every account's balance is the end of its statement", "account_view", BALANCES),
                look("every entry's balance is the sum of the entries up to it", "account_entry", RUNNING),
                look("every statement ends where its entries add up to", "account_statement", SUMS),
                look("every entry of a statement is in the ledger", "account_entry", LEDGER, reached),
                look(
                        "every movement in the ledger is in a statement",
                        "ledger_row",
                        ENTRIES,
                        positions.of(StatementTable.NAME)));
    }

    private Check look(String claim, String table, String breaches, Object... values) {
        Tally tally = new Tally();
        tally.checked(
                views.sql("select count(*) from " + table).query(Long.class).single());
        List<String> found = new ArrayList<>();
        commits.await(
                () -> {
                    found.clear();
                    found.addAll(views.sql(breaches)
                            .params(values)
                            .query(String.class)
                            .list());
                    return found.isEmpty();
                },
                PATIENCE);
        found.forEach(tally::breach);
        return tally.check("I4", claim);
    }
}
