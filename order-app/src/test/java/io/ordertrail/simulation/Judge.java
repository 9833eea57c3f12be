package io.ordertrail.simulation;

import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.PaymentSums;
import io.ordertrail.model.payment.PaymentFacts;
import io.ordertrail.simulation.Books.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** Says what is wrong with a shop that has come to rest, by sums that owe nothing to the service. */
final class Judge {

    private final SimulatedShop shop;
    private final Books books;

    Judge(SimulatedShop shop) {
        this.shop = shop;
        this.books = shop.books;
    }

    /** @throws Breach it is wrong */
    void check() {
        steps();
        books.orders.forEach(this::order);
        bank();
        goods();
        accounts();
        returns();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Breach(otherwise);
        }
    }

    private void steps() {
        List<String> stuck = shop.node
                .jdbc
                .sql(
                        "select step || ' ' || coalesce(code, '') || ' ' || coalesce(detail, '') from process_step where stuck = true")
                .query(String.class)
                .list();
        require(stuck.isEmpty(), "Steps are stuck: " + stuck);
        require(books.transfers.isEmpty(), "Transfers never end: " + books.transfers.keySet());
        List<String> parked = shop.node
                .jdbc
                .sql("select payload_type from dead_letter")
                .query(String.class)
                .list();
        require(parked.isEmpty(), "Events are parked: " + parked);
    }

    private void order(String id, Placed order) {
        OrderFacts facts = order.facts;
        facts.funds().payments().forEach((paymentId, sums) -> {
            require(sums.open() == null, paymentId + " of " + id + " has an ask that nobody answers: " + sums.open());
        });
        boolean told = !facts.problems().isEmpty();
        facts.problems()
                .forEach(problem -> facts.funds().payments().forEach((paymentId, sums) -> {
                    boolean ofBank = sums.method().equals(Bank.NAME) && !books.contradicted.contains(paymentId);
                    boolean stays =
                            problem.equals("void-failed:" + paymentId) || problem.equals("refund-failed:" + paymentId);
                    require(!ofBank || !stays, problem + " of " + id + " stays, though the bank would do it");
                }));
        Map<String, Long> left = new HashMap<>();
        for (Books.Package parcel : books.parcels.values()) {
            if (parcel.orderId.equals(id)) {
                boolean missing = List.of("LOST", "RETURNED").contains(parcel.status);
                require(
                        !missing || parcel.resolved || told || facts.isOver(),
                        "Nobody is told of a parcel of " + id + " that is " + parcel.status);
                if (missing || List.of("DISPATCHED", "DELIVERED").contains(parcel.status)) {
                    parcel.lines.forEach(line -> left.merge(line.lineId(), (long) line.quantity(), Long::sum));
                }
            }
        }
        // Lines that were taken out have left the order with what had left of them.
        facts.lines()
                .forEach((lineId, units) -> require(
                        left.getOrDefault(lineId, 0L) == units.shipped() + units.lost(),
                        left.get(lineId) + " units of line " + lineId + " of " + id + " have left, and it counts "
                                + units));
        var funds = facts.funds();
        require(
                told || !funds.excess().isPositive(),
                id + " keeps " + funds.excess() + " beyond its worth, and nobody is told");
        boolean over = facts.isOver();
        if (facts.lifecycle() == OrderLifecycle.COMPLETED
                && facts.terms() != PaymentTerms.INVOICE
                && !facts.waived()
                && !told) {
            require(!funds.due().isPositive(), id + " is complete, and " + funds.due() + " is due and not asked for");
        }
        if (over && !told && !funds.due().isPositive()) {
            require(!funds.authorized().isPositive(), id + " is over, and holds a promise of " + funds.authorized());
        }
        if (facts.lifecycle() != OrderLifecycle.CANCELLED) {
            Money worth = order.shipping;
            for (Map.Entry<String, Quantities> line : facts.lines().entrySet()) {
                worth = worth.plus(order.line(line.getKey())
                        .unitPrice()
                        .multipliedBy(line.getValue().wanted()));
            }
            require(worth.isEqual(funds.value()), id + " counts as worth " + funds.value() + ", and is worth " + worth);
        }
    }

    /** What the bank has done is what orders count. */
    private void bank() {
        Map<String, Money> authorized = new HashMap<>();
        Map<String, Money> captured = new HashMap<>();
        Map<String, Money> refunded = new HashMap<>();
        Map<String, Boolean> voided = new HashMap<>();
        for (Bank.Entry entry : shop.node.bank.entries()) {
            if (!entry.done) {
                continue;
            }
            Map<String, Money> sums = switch (entry.request.operation()) {
                case AUTHORIZE -> authorized;
                case CAPTURE -> captured;
                case REFUND -> refunded;
                default -> null;
            };
            if (sums == null) {
                voided.put(entry.request.paymentId(), true);
            } else {
                sums.merge(entry.request.paymentId(), entry.request.amount(), Money::plus);
            }
        }
        for (Map.Entry<String, Placed> order : books.orders.entrySet()) {
            order.getValue().facts.funds().payments().forEach((paymentId, sums) -> {
                if (sums.method().equals(Bank.NAME) || authorized.containsKey(paymentId)) {
                    bank(order.getKey(), paymentId, sums, authorized, captured, refunded, voided);
                }
            });
        }
        authorized
                .keySet()
                .forEach(paymentId -> require(
                        books.orders.values().stream()
                                .anyMatch(
                                        order -> order.facts.funds().payments().containsKey(paymentId)),
                        "No order knows of " + paymentId));
    }

    private void bank(
            String id,
            String paymentId,
            PaymentSums sums,
            Map<String, Money> authorized,
            Map<String, Money> captured,
            Map<String, Money> refunded,
            Map<String, Boolean> voided) {
        if (books.contradicted.contains(paymentId)) {
            require(
                    books.orders.get(id).problemCodes.contains("PAYMENT_OUTCOME"),
                    "Nobody is told that the bank contradicts itself about " + paymentId);
            return;
        }
        Money zero = books.orders.get(id).facts.funds().nothing();
        equal(paymentId + " captured", captured.getOrDefault(paymentId, zero), sums.captured());
        equal(paymentId + " refunded", refunded.getOrDefault(paymentId, zero), sums.refunded());
        equal(paymentId + " charged back", shop.node.bank.chargedBack(paymentId, zero), sums.chargedBack());
        Money promised = voided.containsKey(paymentId)
                ? zero
                : authorized.getOrDefault(paymentId, zero).minus(captured.getOrDefault(paymentId, zero));
        PaymentFacts facts = books.payments.get(paymentId);
        boolean expired = facts != null && facts.ending() == io.ordertrail.api.payment.PaymentStage.EXPIRED;
        if (!expired) {
            equal(paymentId + " of " + id + " promised", promised, sums.outstanding());
        }
    }

    private static void equal(String what, Money there, Money here) {
        require(there.isEqual(here), what + ": the bank says " + there + ", the order " + here);
    }

    private void goods() {
        Map<String, Long> out = new HashMap<>();
        Map<String, Long> in = new HashMap<>();
        books.parcels.values().forEach(parcel -> {
            if (List.of("DISPATCHED", "DELIVERED", "LOST", "RETURNED").contains(parcel.status)) {
                parcel.lines.forEach(line -> out.merge(StockItemId.of(line.sku()), (long) line.quantity(), Long::sum));
            }
            if (parcel.status.equals("RETURNED") && parcel.resolved) {
                parcel.lines.forEach(line -> in.merge(StockItemId.of(line.sku()), (long) line.quantity(), Long::sum));
            }
        });
        books.restocked.forEach((sku, units) -> in.merge(StockItemId.of(sku), units, Long::sum));
        books.items.forEach((itemId, item) -> {
            long plain = shop.receivedByHand.getOrDefault(itemId, 0L)
                    - out.getOrDefault(itemId, 0L)
                    + in.getOrDefault(itemId, 0L);
            require(plain == item.onHand(), itemId + " has " + item.onHand() + " on hand, and should have " + plain);
            require(
                    item.promisedToNobody == 0,
                    item.promisedToNobody + " units of " + itemId + " left that were kept for nobody");
            item.lines.forEach((line, kept) -> {
                String orderId = line.substring(0, line.indexOf('/'));
                String lineId = line.substring(line.indexOf('/') + 1);
                OrderFacts facts = books.orders.get(orderId).facts;
                Quantities units = facts.lines().get(lineId);
                long wanted = units == null || facts.lifecycle() == OrderLifecycle.CANCELLED
                        ? 0
                        : units.wanted() - units.shipped();
                var asked = facts.stock().get(lineId);
                long refused = wanted == 0 || asked == null ? 0 : asked.refused();
                require(
                        kept[0] + kept[1] + refused == wanted,
                        "%s keeps %d and owes %d for line %s of %s, refused %d, and it wants %d"
                                .formatted(itemId, kept[0], kept[1], lineId, orderId, refused, wanted));
                if (units != null && !facts.isOver()) {
                    require(
                            units.awaited() == refused && units.backordered() == kept[1],
                            "%s: line %s waits for %d and is back-ordered by %d, stock owes %d and refused %d"
                                    .formatted(
                                            orderId, lineId, units.awaited(), units.backordered(), kept[1], refused));
                }
            });
        });
        books.orders.forEach((id, order) -> order.facts
                .stock()
                .forEach((lineId, line) ->
                        require(line.answered(), "Stock has not answered " + line.asked() + " of " + id)));
    }

    private void accounts() {
        books.accounts.forEach((id, purse) -> {
            require(!purse.balance.isNegative(), id + " is at " + purse.balance);
            purse.holds.forEach((hold, amount) -> {
                PaymentFacts facts = books.payments.get(hold);
                require(
                        facts != null && facts.outstanding().isEqual(amount),
                        id + " holds " + amount + " for " + hold + ", which counts on "
                                + (facts == null ? "nothing" : facts.outstanding()));
            });
        });
        Money cash = null;
        for (Books.Purse purse : books.accounts.values()) {
            Money more = purse.cash.minus(purse.captured).plus(purse.refunded).minus(purse.balance);
            cash = cash == null ? more : cash.plus(more);
        }
        require(cash == null || cash.isZero(), "Accounts have lost or made " + cash);
        Money paid = null;
        for (Placed order : books.orders.values()) {
            for (PaymentSums sums : order.facts.funds().payments().values()) {
                if (sums.method().equals(PaymentChoice.ACCOUNT)) {
                    paid = paid == null ? sums.captured() : paid.plus(sums.captured());
                }
            }
        }
        Money taken = books.accounts.values().stream()
                .map(purse -> purse.captured)
                .reduce(Money::plus)
                .orElse(null);
        require(
                taken == null || (paid == null ? taken.isZero() : taken.isEqual(paid)),
                "Accounts paid " + taken + ", and orders were paid " + paid);
    }

    private void returns() {
        Map<String, Money> accepted = new HashMap<>();
        Map<String, Money> shipping = new HashMap<>();
        books.returns.values().forEach(back -> {
            if (back.accepted != null) {
                accepted.merge(back.asked.orderId(), back.accepted, Money::plus);
            }
            if (back.shipping != null) {
                shipping.merge(back.asked.orderId(), back.shipping, Money::plus);
            }
        });
        accepted.forEach((id, worth) -> {
            Money known = books.orders.get(id).facts.funds().takenBack();
            // Of shipping the order gives back what was paid for it at most.
            Money most = worth.plus(shipping.getOrDefault(id, worth.minus(worth)));
            require(
                    !known.isLessThan(worth) && !known.isGreaterThan(most),
                    id + " took back " + known + ", and accepted " + worth + " to " + most);
        });
    }
}
