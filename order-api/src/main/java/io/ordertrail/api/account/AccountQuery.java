package io.ordertrail.api.account;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries about accounts, transfers and the ledger. A missing resource is refused as not found. */
public sealed interface AccountQuery {

    /**
     * The account now: {@link AccountView}. Where it has not reached {@code minVersion} it is refused with
     * {@link RequestRefusal.ViewBehind}, at once.
     */
    @Named("account.GetAccount")
    record GetAccount(String accountId, @Nullable Long minVersion) implements AccountQuery {}

    /** The account at a moment, folded from the events of its stream: {@link AccountView}. */
    @Named("account.GetAccountAsOf")
    record GetAccountAsOf(String accountId, Moment moment) implements AccountQuery {}

    /**
     * How the account's amounts came about: {@link io.ordertrail.api.explanation.Explanation}; {@code of} as of orders.
     */
    @Named("account.ExplainAccount")
    record ExplainAccount(String accountId, @Nullable String of) implements AccountQuery {}

    /**
     * The accounts of one owner, the latest opened first: {@link AccountPage}.
     *
     * @param ownerId null asks for everybody's
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("account.ListAccounts")
    record ListAccounts(
            @Nullable String ownerId, int limit, @Nullable String after) implements AccountQuery, OfMany {}

    /**
     * The account's statement, the latest movement first: {@link AccountEntries}.
     *
     * @param minVersion version of the account that the statement is to hold at least, as of {@link GetAccount}
     * @param from movements at that time or after it (business time); null for all since the beginning
     * @param to movements before that time; null for all until now
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("account.ListEntries")
    record ListEntries(
            String accountId,
            @Nullable Long minVersion,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit,
            @Nullable String after)
            implements AccountQuery, OfMany {}

    /** The transfer now: {@link TransferView}; {@code minVersion} as of {@link GetAccount}. */
    @Named("transfer.GetTransfer")
    record GetTransfer(String transferId, @Nullable Long minVersion) implements AccountQuery {}

    /** The transfer at a moment, folded from the events of its stream: {@link TransferView}. */
    @Named("transfer.GetTransferAsOf")
    record GetTransferAsOf(String transferId, Moment moment) implements AccountQuery {}

    /**
     * A page of transfers, the latest begun first: {@link TransferPage}. An empty list, and null, ask nothing.
     *
     * @param status where they stand
     * @param from accounts that money leaves
     * @param to accounts that it goes to
     * @param createdFrom inclusive, business time of the beginning
     * @param createdTo exclusive
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("transfer.ListTransfers")
    record ListTransfers(
            List<TransferStatus> status,
            List<String> from,
            List<String> to,
            @Nullable Instant createdFrom,
            @Nullable Instant createdTo,
            int limit,
            @Nullable String after)
            implements AccountQuery, OfMany {}

    /**
     * {@link LedgerProof} of everything up to {@code position}, or up to the latest that the ledger holds. While the
     * ledger has not reached a position that was stored already it is refused with {@link RequestRefusal.ViewBehind},
     * at once.
     *
     * @param position in the event store, 0 or more, or null
     */
    @Named("ledger.ProveLedger")
    record ProveLedger(@Nullable Long position) implements AccountQuery {}
}
