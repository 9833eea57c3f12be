package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.ORDER;
import static io.ordertrail.command.order.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCourseCommand.ExpireOrder;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.PayFromExchange;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargebackReversal;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestCapture;
import io.ordertrail.api.order.OrderMoneyCommand.RequestVoid;
import io.ordertrail.api.order.OrderRefusal;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.money.PaymentAsk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joda.money.Money;

/** An order to which anything happens in any order, told by its seed. */
final class RandomOrder {

    private static final String PEOPLE = "CUSTOMER,SUPERVISOR";
    private static final String SERVICE = "SERVICE";
    private static final String ACCOUNT = AccountId.of("their balance");
    private static final String OTHER = OrderId.of("another order");

    private final Random random;
    private final OrderTale order;
    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private final List<OrderCommand> past = new ArrayList<>();
    private int step;
    private int seen;

    RandomOrder(Random random) {
        this.random = random;
        PaymentTerms terms = PaymentTerms.values()[random.nextInt(3)];
        order = switch (random.nextInt(8)) {
            case 0 -> OrderTale.imported(terms);
            case 1 -> OrderTale.of(terms);
            case 2 -> OrderTale.byCard(terms);
            case 3 -> OrderTale.ofStock(terms, null);
            default -> OrderTale.ofStock(terms, OrderTale.CARD);
        };
        carried();
    }

    void step() {
        step++;
        int payments = order.facts().funds().payments().size();
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> people();
            case 3, 4, 5, 6 -> parcels();
            case 7 -> goodsBack();
            case 8, 9, 10 -> {
                if (payments > 0) {
                    answer(1 + random.nextInt(payments), random.nextInt(5) == 0);
                }
            }
            case 11, 12 -> shelves.values().forEach(shelf -> heard(shelf, false));
            default -> again(payments);
        }
    }

    /** Everybody answers well, and what was refused is asked for again, until nothing is asked. */
    void calm() {
        boolean quiet = false;
        for (int round = 0; !quiet; round++) {
            assertThat(round).as("rounds until all is quiet").isLessThan(200);
            int before = order.history().size();
            shelves.values().forEach(shelf -> heard(shelf, true));
            for (int n = 1; n <= order.facts().funds().payments().size(); n++) {
                if (order.asked(n) != null) {
                    order.done(n);
                    carried();
                }
                String id = order.payment(n);
                order.sums(n)
                        .failures()
                        .values()
                        .forEach(failure -> happens(SERVICE, Commands.retry(id, failure.number())));
            }
            order.facts()
                    .stock()
                    .forEach((line, stock) ->
                            happens(PEOPLE, Commands.retry(line, stock.asked().number())));
            quiet = order.history().size() == before
                    && shelves.values().stream().allMatch(Shelf::isQuiet);
        }
        Invariants.checkAtRest(order.state());
        if (order.facts().isOver()) {
            shelves.forEach((line, shelf) ->
                    assertThat(shelf.kept()).as("W7: kept for line %s", line).isZero());
        }
    }

    private boolean happens(String roles, OrderCommand command) {
        boolean accepted = order.attempt(roles, command);
        if (accepted) {
            past.add(command);
        }
        carried();
        return accepted;
    }

    /** Asks and dispatches reach the shelves. */
    private void carried() {
        List<OrderEvent> events = order.history();
        for (OrderEvent event : events.subList(seen, events.size())) {
            if (event instanceof StockAsked asked) {
                asked.lines().forEach(ask -> shelf(ask.lineId()).ask(ask));
            } else if (event instanceof OrderShipped shipped) {
                shipped.lines().stream()
                        .filter(line -> shelves.containsKey(line.lineId()))
                        .forEach(line -> shelf(line.lineId()).dispatch(line.quantity()));
            }
        }
        seen = events.size();
    }

    private Shelf shelf(String lineId) {
        return shelves.computeIfAbsent(lineId, id -> new Shelf(id, random));
    }

    private void heard(Shelf shelf, boolean generous) {
        shelf.hear(generous);
        if (generous || random.nextBoolean()) {
            shelf.next().ifPresent(answer -> happens(SERVICE, answer));
        }
    }

    private void answer(int n, boolean no) {
        PaymentAsk ask = order.asked(n);
        if (ask == null) {
            if (random.nextInt(10) == 0 && order.sums(n).outstanding().isPositive()) {
                order.expired(n);
            }
        } else if (no) {
            order.refused(n);
        } else if (ask.operation() == PaymentOperation.REFUND && ask.to() != null && random.nextBoolean()) {
            happens(SERVICE, new RecordRefund(ORDER, order.payment(n), ask.number(), eur("0.01"), Samples.NOW));
        } else {
            order.done(n);
        }
        carried();
    }

    /** What was said before is said again; nobody minds. */
    private void again(int payments) {
        if (!past.isEmpty()) {
            OrderCommand before = past.get(random.nextInt(past.size()));
            if (before instanceof RecordRefund
                    || before instanceof RecordAskRefused
                    || before instanceof RecordStockAnswer) {
                happens(SERVICE, before);
            }
        }
        if (payments > 0) {
            int n = 1 + random.nextInt(payments);
            happens(SERVICE, Commands.retry(order.payment(n), order.sums(n).number()));
            if (random.nextInt(8) == 0) {
                happens(SERVICE, chargeback(n));
            }
        }
    }

    private OrderCommand chargeback(int n) {
        Money back = order.sums(n).chargedBack();
        return back.isPositive()
                ? new RecordChargebackReversal(ORDER, order.payment(n), "won-" + step, back, Samples.NOW)
                : Commands.chargeback(order.payment(n), "cb-" + step, amount());
    }

    private String amount() {
        return random.nextBoolean() ? "9.99" : "0.0" + (1 + random.nextInt(9));
    }

    private void people() {
        switch (random.nextInt(16)) {
            case 0, 1 -> allowed(OrderAction.PAY, Commands.pay(step, random.nextBoolean() ? null : amount()));
            case 2 ->
                allowed(
                        OrderAction.RECORD_PAYMENT,
                        Commands.received(step, random.nextInt(3) == 0 ? Samples.TOTAL : amount(), "b" + step, null));
            case 3 -> money();
            case 4 -> money();
            case 5, 6 -> allowed(OrderAction.EDIT, Commands.propose(step, edit()));
            case 7 -> happens(PEOPLE, Commands.cancelLines(units()));
            case 8 -> rarely(12, OrderAction.CANCEL, Commands.cancel());
            case 9 -> rarely(4, OrderAction.WAIVE_PAYMENT, Commands.waive());
            case 10 -> rarely(5, OrderAction.HOLD, Commands.hold());
            case 11 -> allowed(OrderAction.RELEASE, Commands.release());
            case 12 -> debts();
            case 13 ->
                happens(
                        SERVICE,
                        new PayFromExchange(
                                ORDER, Samples.payment(step), OrderId.payment(OTHER, "paid"), step, eur(amount())));
            case 14 -> rarely(12, OrderAction.CANCEL, new ExpireOrder(ORDER));
            default -> allowed(OrderAction.ADD_NOTE, Commands.note("step " + step));
        }
        if (random.nextBoolean() && order.state().edits().containsKey(Samples.edit(step))) {
            happens(PEOPLE, Commands.apply(step));
        }
    }

    private void rarely(int times, OrderAction action, OrderCommand command) {
        if (random.nextInt(times) > 0) {
            return;
        }
        if (command instanceof ExpireOrder) {
            happens(SERVICE, command);
        } else {
            allowed(action, command);
        }
    }

    /** A command that asks for nothing that is not there is refused exactly where the facts say so. */
    private void allowed(OrderAction action, OrderCommand command) {
        Optional<OrderRefusal> refusal = order.facts().refusalOf(action);
        boolean accepted = happens(PEOPLE, command);
        if (refusal.isPresent()) {
            assertThat(accepted).as("%s, but %s", command, refusal.get()).isFalse();
        } else if (action != OrderAction.PAY && action != OrderAction.EDIT) {
            assertThat(accepted).as("%s should be allowed", command).isTrue();
        }
    }

    private EditedLine edit() {
        return random.nextInt(3) == 0
                ? Commands.add(Samples.line(random.nextBoolean() ? "TEE" : "NEW", 2, "0.99", "0.10", "0.07", true))
                : Commands.change(String.valueOf(1 + random.nextInt(3)), random.nextInt(5));
    }

    private LineQuantity units() {
        return Samples.units(String.valueOf(1 + random.nextInt(3)), 1 + random.nextInt(3));
    }

    private void money() {
        int payments = order.facts().funds().payments().size();
        if (payments == 0) {
            return;
        }
        String payment = order.payment(1 + random.nextInt(payments));
        RefundKind kind = RefundKind.values()[random.nextInt(RefundKind.values().length)];
        happens(
                PEOPLE,
                switch (random.nextInt(4)) {
                    case 0 -> new RequestCapture(ORDER, payment, random.nextBoolean() ? null : eur(amount()));
                    case 1 -> new RequestVoid(ORDER, payment, null);
                    default -> Commands.giveBack(payment, kind, random.nextInt(3) == 0 ? null : amount());
                });
    }

    private void debts() {
        List<String> open = order.facts().problems();
        String debt = open.isEmpty() || random.nextInt(5) == 0 ? "due" : open.get(random.nextInt(open.size()));
        DebtSettlement how = DebtSettlement.values()[random.nextInt(3)];
        happens(
                PEOPLE,
                Commands.settle(
                        debt,
                        how,
                        random.nextBoolean() ? null : "0.01",
                        how == DebtSettlement.TO_ACCOUNT ? ACCOUNT : null));
        if (!open.isEmpty()) {
            happens(PEOPLE, Commands.resolve(open.get(0)));
        }
    }

    private void parcels() {
        if (random.nextBoolean()) {
            LineQuantity[] lines = random.nextInt(3) == 0 ? new LineQuantity[0] : new LineQuantity[] {units()};
            if (lines.length == 0) {
                allowed(OrderAction.SHIP, Commands.approve(step, lines));
            } else {
                happens(PEOPLE, Commands.approve(step, lines));
            }
        }
        for (int n = 1; n <= step; n++) {
            if (order.state().parcels().containsKey(Samples.shipment(n)) && random.nextBoolean()) {
                OrderCommand news = switch (random.nextInt(9)) {
                    case 0 -> Commands.withdraw(n);
                    case 1 -> Commands.undelivered(n, random.nextBoolean());
                    case 2 -> Commands.resolveShipment(n, random.nextBoolean());
                    case 3, 4, 5 -> Commands.dispatch(n);
                    default -> Commands.deliver(n);
                };
                happens(news instanceof OrderGoodsCommand.ResolveShipment ? PEOPLE : SERVICE, news);
            }
        }
    }

    private void goodsBack() {
        if (random.nextBoolean()) {
            happens(
                    PEOPLE,
                    new RequestReturn(
                            ORDER,
                            Samples.returned(step),
                            List.of(units()),
                            null,
                            null,
                            random.nextInt(3) == 0 ? ACCOUNT : null,
                            random.nextInt(3) == 0 ? OTHER : null,
                            null));
        }
        for (int n = 1; n <= step; n++) {
            if (order.facts().returns().containsKey(Samples.returned(n)) && random.nextBoolean()) {
                ReturnStage stage = ReturnStage.values()[1 + random.nextInt(ReturnStage.values().length - 2)];
                happens(
                        SERVICE,
                        stage == ReturnStage.INSPECTED
                                ? Commands.inspected(n, amount(), random.nextBoolean() ? null : "4.90")
                                : Commands.returnIs(n, stage, units()));
            }
        }
    }
}
