package io.ordertrail.command.returns;

import io.ordertrail.command.order.OrderMoney.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The money of a return on its way back, in parts. Each part names the payment by which it was received. It goes back to that
 * payment or, where that fails, to another one with money left; what no payment takes back goes to the customer's account. Money
 * that came another way goes back by a person's hand: it goes to the account too, unless a person says that it is back.
 *
 * @param due what is to go back in all
 * @param accountId the account for what no payment takes back; null where there is none
 * @param parts all that were tried, the latest last
 */
record Refund(Money due, @Nullable String accountId, List<Part> parts) {

    /** What became of a part. {@code DROPPED} failed too, but somebody has asked to try it again. */
    enum Fate {
        UNDER_WAY,
        BACK,
        FAILED,
        DROPPED
    }

    /**
     * Money that goes back in one piece.
     *
     * @param id names this refund for ever
     * @param number from 1, within the return
     * @param paymentId by which it was received
     * @param to the same payment, or the account
     */
    record Part(String id, int number, String paymentId, String to, Money amount, Fate fate) {

        boolean goesToAccount() {
            return !to.equals(paymentId);
        }

        Part with(Fate next) {
            return new Part(id, number, paymentId, to, amount, next);
        }
    }

    /** Rule R3: {@code worth}, but never more than was received and not given back. */
    static Refund of(Money worth, @Nullable String accountId, List<Received> received) {
        Money left = received.stream().map(Received::left).reduce(Money.zero(worth.getCurrencyUnit()), Money::plus);
        return new Refund(least(worth, left), accountId, List.of());
    }

    /** With parts under way for all that is neither back nor under way, as far as there is a way for it. */
    Refund onward(String returnId, List<Received> received) {
        List<Received> open =
                received.stream().filter(payment -> !payment.isManual()).toList();
        Refund next = split(returnId, open, Received::paymentId);
        String account = accountId;
        return account == null ? next : next.split(returnId, received, payment -> account);
    }

    /** With parts under way for all that a person gave back: they are recorded, and move nothing. */
    Refund byHand(String returnId, List<Received> received) {
        return split(returnId, manual(received), Received::paymentId);
    }

    /** What a person must give back, as far as there is no other way. */
    Money dueByHand(List<Received> received) {
        return least(rest(), manual(received).stream().map(this::leftOf).reduce(due.minus(due), Money::plus));
    }

    /** With what failed forgotten, so that it is tried again; and another account, where one is named. */
    Refund retried(@Nullable String otherAccountId) {
        List<Part> again = parts.stream()
                .map(part -> part.fate() == Fate.FAILED ? part.with(Fate.DROPPED) : part)
                .toList();
        return new Refund(due, otherAccountId == null ? accountId : otherAccountId, again);
    }

    /** The part of {@code id}, if it is still under way. */
    Optional<Part> underWay(String id) {
        return parts.stream()
                .filter(part -> part.id().equals(id) && part.fate() == Fate.UNDER_WAY)
                .findFirst();
    }

    Refund with(Part part, Fate fate) {
        List<Part> changed = parts.stream()
                .map(each -> each.id().equals(part.id()) ? part.with(fate) : each)
                .toList();
        return new Refund(due, accountId, changed);
    }

    /** The parts that {@code before} has not. */
    List<Part> since(Refund before) {
        return parts.subList(before.parts().size(), parts.size());
    }

    boolean isBack() {
        return rest().isZero() && !anyUnderWay();
    }

    /** There is no way for the rest, and nothing under way. */
    boolean isStuck() {
        return rest().isPositive() && !anyUnderWay();
    }

    /** What is neither back nor under way. */
    Money rest() {
        return counted().map(Part::amount).reduce(due, Money::minus);
    }

    /** Every payment and account that money went back to, with commas. */
    String wentTo() {
        return parts.stream()
                .filter(part -> part.fate() == Fate.BACK)
                .map(Part::to)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private Refund split(String returnId, List<Received> received, Function<Received, String> target) {
        List<Part> all = new ArrayList<>(parts);
        Money rest = rest();
        for (Received payment : received) {
            String to = target.apply(payment);
            Money amount = least(rest, leftOf(payment));
            if (amount.isPositive() && !hasFailed(to)) {
                int number = all.size() + 1;
                all.add(new Part(returnId + ":" + number, number, payment.paymentId(), to, amount, Fate.UNDER_WAY));
                rest = rest.minus(amount);
            }
        }
        return new Refund(due, accountId, List.copyOf(all));
    }

    /** What will be left of a payment when its order has heard of every part that counts. */
    private Money leftOf(Received payment) {
        return counted()
                .filter(part -> part.paymentId().equals(payment.paymentId()))
                .filter(part -> !payment.refunds().containsKey(part.id()))
                .map(Part::amount)
                .reduce(payment.left(), Money::minus);
    }

    private boolean hasFailed(String to) {
        return parts.stream()
                .anyMatch(part -> part.fate() == Fate.FAILED && part.to().equals(to));
    }

    private Stream<Part> counted() {
        return parts.stream().filter(part -> part.fate() == Fate.UNDER_WAY || part.fate() == Fate.BACK);
    }

    private boolean anyUnderWay() {
        return parts.stream().anyMatch(part -> part.fate() == Fate.UNDER_WAY);
    }

    private static List<Received> manual(List<Received> received) {
        return received.stream().filter(Received::isManual).toList();
    }

    private static Money least(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
