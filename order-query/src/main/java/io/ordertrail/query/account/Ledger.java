package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountQuery.ProveLedger;
import io.ordertrail.api.account.LedgerProof;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.reading.MinVersion;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Proves that the books balance (rule A6), at any position of the store. */
final class Ledger {

    static final String NAME = "ledger";

    private static final String SUMS = """
            select currency,
                   sum(case when side = 'ACCOUNT' then amount else 0 end),
                   sum(case when side = 'HOUSE' and account <> ? then amount else 0 end),
                   sum(case when side = 'TRANSIT' then amount else 0 end),
                   sum(case when side = 'HOUSE' and account = ? then amount else 0 end)
            from ledger_row where position <= ? and until_position > ?
            group by currency order by currency
            """;

    private final ViewSql views;
    private final Positions positions;
    private final Completeness completeness;

    Ledger(ViewSql views, Positions positions, Completeness completeness) {
        this.completeness = completeness;
        this.views = views;
        this.positions = positions;
    }

    /** @param booked what is on the house account of money under way, by its movements */
    private record Sums(
            CurrencyUnit currency, BigDecimal accounts, BigDecimal house, BigDecimal transit, BigDecimal booked) {

        BigDecimal sum() {
            return accounts.add(house).add(transit);
        }

        boolean isBalanced() {
            return sum().signum() == 0 && transit.compareTo(booked) == 0;
        }

        LedgerProof.Currency told() {
            return new LedgerProof.Currency(
                    currency.getCode(), text(sum()), text(accounts), text(house), text(transit));
        }

        private String text(BigDecimal amount) {
            return amount.setScale(currency.getDecimalPlaces()).toPlainString();
        }
    }

    @QueryHandler
    LedgerProof prove(ProveLedger query) {
        return completeness.whole(NAME, () -> proof(query.position()));
    }

    private LedgerProof proof(@Nullable Long asked) {
        if (asked == null) {
            return at(positions.of(NAME));
        }
        if (asked < 0 || asked > positions.head()) {
            throw new Refused(InvalidQuery.of("position", "position must lie between 0 and the last that was stored."));
        }
        MinVersion.require(asked, positions.of(NAME), () -> {});
        return at(asked);
    }

    LedgerProof at(long position) {
        String transit = MovementKind.TRANSFER.counterAccount();
        List<Sums> sums = views.sql(SUMS)
                .params(transit, transit, position, position)
                .query((row, n) -> new Sums(
                        CurrencyUnit.of(row.getString(1)),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5)))
                .list();
        return new LedgerProof(
                position,
                sums.stream().allMatch(Sums::isBalanced),
                sums.stream().map(Sums::told).toList());
    }
}
