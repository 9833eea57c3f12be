package io.ordertrail.model.order.money;

import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
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
public record Approvals(int last, SortedMap<Integer, ApprovalAsked> open) {

    public static final Approvals NONE = new Approvals(0, Collections.emptySortedMap());

    public Approvals asked(ApprovalAsked e) {
        SortedMap<Integer, ApprovalAsked> more = new TreeMap<>(open);
        more.put(e.number(), e);
        return new Approvals(e.number(), Collections.unmodifiableSortedMap(more));
    }

    public Approvals ended(int number) {
        SortedMap<Integer, ApprovalAsked> fewer = new TreeMap<>(open);
        fewer.remove(number);
        return new Approvals(last, Collections.unmodifiableSortedMap(fewer));
    }

    public Optional<ApprovalAsked> of(int number) {
        return Optional.ofNullable(open.get(number));
    }
}
