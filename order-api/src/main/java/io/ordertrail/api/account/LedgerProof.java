package io.ordertrail.api.account;

import io.ordertrail.api.message.Named;
import java.util.List;

/**
 * Whether the books balance (rule A6).
 *
 * @param position in the event store, up to which everything was added up
 * @param balanced whether every currency's sum is zero, and what is under way is what the transfers say
 */
@Named("ledger.LedgerProof")
public record LedgerProof(long position, boolean balanced, List<Currency> currencies) {

    /**
     * The sums of one currency, decimal numbers with the currency's digits.
     *
     * @param currency ISO 4217
     * @param sum of the other three; zero
     * @param accounts what customers have
     * @param house what the house accounts have, {@code @in-transit} left out
     * @param inTransit of transfers, what has left one account and reached no other; added up from the transfers
     *     themselves
     */
    public record Currency(String currency, String sum, String accounts, String house, String inTransit) {}
}
