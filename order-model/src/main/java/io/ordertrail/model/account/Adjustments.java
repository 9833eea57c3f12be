package io.ordertrail.model.account;

import io.ordertrail.api.account.AccountEvent.AdjustmentAsked;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What waits for a second person.
 *
 * @param last number of the latest that was asked for; 0 if none was
 * @param open by number
 */
public record Adjustments(int last, SortedMap<Integer, AdjustmentAsked> open) {

    public static final Adjustments NONE = new Adjustments(0, Collections.emptySortedMap());

    public Adjustments asked(AdjustmentAsked e) {
        SortedMap<Integer, AdjustmentAsked> more = new TreeMap<>(open);
        more.put(e.number(), e);
        return new Adjustments(e.number(), Collections.unmodifiableSortedMap(more));
    }

    public Adjustments ended(int number) {
        SortedMap<Integer, AdjustmentAsked> fewer = new TreeMap<>(open);
        fewer.remove(number);
        return new Adjustments(last, Collections.unmodifiableSortedMap(fewer));
    }

    public Optional<AdjustmentAsked> of(int number) {
        return Optional.ofNullable(open.get(number));
    }
}
