package io.ordertrail.simulation;

import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.FreezeAccount;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountCommand.UnfreezeAccount;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.account.TransferCommand.InitiateTransfer;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.order.OrderCourseCommand.ApplyEdit;
import io.ordertrail.api.order.OrderCourseCommand.CancelLines;
import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseCommand.HoldOrder;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.OrderCourseCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsCommand.ResolveShipment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.OrderMoneyCommand.RequestCapture;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestVoid;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordChargebackReversal;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.process.ProcessCommand.RetryStep;
import io.ordertrail.api.process.ProcessCommand.TakeOverStep;
import io.ordertrail.api.returns.ReturnCommand.ApproveReturn;
import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.api.returns.ReturnCommand.ReceiveReturn;
import io.ordertrail.api.returns.ReturnCommand.RejectReturn;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.shipment.ShipmentCommand.CancelShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DeliverShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.api.shipment.ShipmentCommand.PackShipment;
import io.ordertrail.api.shipment.ShipmentCommand.RecordReturnedToSender;
import io.ordertrail.api.shipment.ShipmentCommand.ReportLost;
import io.ordertrail.api.stock.StockCommand.AdjustStock;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.simulation.Books.Back;
import io.ordertrail.simulation.Books.Package;
import io.ordertrail.simulation.Books.Placed;
import io.ordertrail.simulation.Books.Purse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What customers, staff, banks and carriers do in a shop, at random. */
final class People {

    private static final BigDecimal TAX = new BigDecimal("0.19");
    private static final Address HOME = new Address("A. Turing", "Hauptstr. 1", null, "10115", "Berlin", null, "DE");
    private static final List<String> CUSTOMERS = List.of("c-1", "c-2");
    private static final List<CurrencyUnit> MONEY = List.of(CurrencyUnit.EUR, CurrencyUnit.JPY, CurrencyUnit.of("BHD"));

    private static final int MOST_ORDERS = 4;
    private static final int COUNTED_AGAIN = 40;

    private final SimulatedShop shop;
    private final Books books;
    private final CurrencyUnit currency;
    private final int skus;
    private final int trackedSkus;
    private final long seed;
    private int count;

    /** @param seed settles what sort of shop it is */
    People(SimulatedShop shop, long seed) {
        Random dice = new Random(seed ^ 0x5EED);
        this.seed = seed;
        this.shop = shop;
        this.books = shop.books;
        currency = MONEY.get(dice.nextInt(MONEY.size()));
        skus = 1 + dice.nextInt(3);
        trackedSkus = dice.nextInt(4) == 0 ? 0 : 1 + dice.nextInt(skus);
        for (int sku = 0; sku < trackedSkus; sku++) {
            String item = StockItemId.of(sku(sku));
            shop.ask(new RegisterStockItem(
                    item, sku(sku), "Thing", dice.nextInt(2), dice.nextBoolean() ? 0 : dice.nextInt(8), 0, null));
            receive(item, 1 + dice.nextInt(12));
        }
        for (String customer : CUSTOMERS) {
            String account = AccountId.of(customer);
            shop.ask(new OpenAccount(account, customer, AccountKind.CUSTOMER, currency, null, null));
            shop.ask(new Deposit(
                    account,
                    AccountId.journal(customer),
                    MovementKind.CASH,
                    money(20 + dice.nextInt(400)),
                    null,
                    null,
                    null));
        }
    }

    private static String sku(int sku) {
        return "SKU" + sku;
    }

    private Money money(long minor) {
        return Money.ofMinor(currency, minor);
    }

    /** Another one in each shop: what the service remembers of what never changes is not of the shop before. */
    private String name(String what) {
        return what + seed + "-" + ++count;
    }

    private void receive(String item, long units) {
        if (shop.ask(new ReceiveStock(item, units, null, null)).isEmpty()) {
            shop.receivedByHand.merge(item, units, Long::sum);
        }
    }

    private static <T> Optional<T> any(Collection<T> of, Random dice) {
        return of.stream().skip(of.isEmpty() ? 0 : dice.nextInt(of.size())).findFirst();
    }

    void act(Deed deed, Random dice) {
        switch (deed) {
            case PLACE -> place(dice);
            case DEPOSIT, WITHDRAW, FREEZE, CLOSE, TRANSFER -> account(deed, dice);
            case RECEIVE_STOCK, COUNT_STOCK -> stock(deed, dice);
            case PARCEL -> parcel(dice);
            case RETURN -> returned(dice);
            case TAKE_OVER -> takeOver(dice);
            case TELL, CONTRADICT, CHARGE_BACK, WIN_BACK -> bank(deed, dice);
            default ->
                any(books.orderList(), dice).ifPresent(order -> order(deed, order.getKey(), order.getValue(), dice));
        }
    }

    private void place(Random dice) {
        if (books.orders.size() >= MOST_ORDERS) {
            return;
        }
        List<LineRequest> lines = new ArrayList<>();
        int some = 1 + dice.nextInt(2);
        for (int n = 0; n < some; n++) {
            lines.add(line(dice));
        }
        String customer = CUSTOMERS.get(dice.nextInt(CUSTOMERS.size()));
        PaymentChoice choice = dice.nextInt(3) == 0 ? null : choice(customer, dice);
        shop.ask(new CreateOrder(
                OrderId.of(name("order")),
                null,
                "WEB",
                customer,
                currency,
                PaymentTerms.values()[dice.nextInt(3)],
                lines,
                dice.nextBoolean() ? null : new ShippingRequest("POST", money(dice.nextInt(30)), TAX, true),
                null,
                null,
                HOME,
                null,
                choice,
                Map.of(),
                null));
    }

    private LineRequest line(Random dice) {
        int sku = dice.nextInt(skus);
        return new LineRequest(sku(sku), "Thing", 1 + dice.nextInt(4), money(7 + 13L * sku), money(0), TAX, true);
    }

    private static PaymentChoice choice(String customer, Random dice) {
        return dice.nextInt(3) == 0
                ? PaymentChoice.account(AccountId.of(dice.nextInt(8) == 0 ? CUSTOMERS.get(0) : customer))
                : new PaymentChoice(Bank.NAME, null, "token");
    }

    private void order(Deed deed, String id, Placed order, Random dice) {
        switch (deed) {
            case PAY ->
                shop.ask(new PayOrder(
                        id,
                        OrderId.payment(id, name("pay")),
                        choice(order.created.customerId(), dice),
                        dice.nextBoolean() ? null : money(1 + dice.nextInt(60))));
            case PAY_BY_HAND ->
                shop.ask(new RecordPayment(
                        id,
                        OrderId.payment(id, name("pay")),
                        dice.nextBoolean() && order.facts.funds().due().isPositive()
                                ? order.facts.funds().due()
                                : money(1 + dice.nextInt(80)),
                        null,
                        null));
            case EDIT -> edit(id, order, dice, dice.nextInt(6) > 0);
            case EDIT_TWICE -> {
                edit(id, order, dice, true);
                edit(id, order, dice, true);
            }
            case CANCEL -> shop.ask(new CancelOrder(id, CancellationReason.CUSTOMER, null, null));
            case CANCEL_LINES ->
                shop.ask(new CancelLines(
                        id,
                        dice.nextInt(3) == 0 ? List.of() : some(order, dice, Quantities::open),
                        CancellationReason.OTHER,
                        null,
                        null));
            case HOLD -> shop.ask(new HoldOrder(id, "FRAUD_CHECK", null, null));
            case RELEASE -> shop.ask(new ReleaseOrder(id, null, null));
            case WAIVE -> shop.ask(new WaivePayment(id, "a friend", null));
            case APPROVE ->
                shop.ask(new ApproveShipment(
                        id,
                        OrderId.shipment(id, name("parcel")),
                        dice.nextBoolean() ? List.of() : some(order, dice, Quantities::ready),
                        null));
            case RESOLVE_PARCEL -> resolve(id, dice);
            case ASK_RETURN -> askReturn(id, order, dice);
            case SETTLE ->
                any(order.facts.problems(), dice)
                        .ifPresentOrElse(debt -> settle(id, debt, order, dice), () -> settle(id, "due", order, dice));
            case RESOLVE_PROBLEM ->
                any(order.facts.problems(), dice)
                        .ifPresent(problem -> shop.ask(new ResolveProblem(id, problem, "seen")));
            default -> payment(deed, id, order, dice);
        }
    }

    private void payment(Deed deed, String id, Placed order, Random dice) {
        Optional<String> payment = any(order.facts.funds().payments().keySet(), dice);
        if (payment.isEmpty()) {
            return;
        }
        String paymentId = payment.get();
        Money some = dice.nextBoolean() ? null : money(1 + dice.nextInt(30));
        switch (deed) {
            case CAPTURE -> shop.ask(new RequestCapture(id, paymentId, some));
            case VOID -> shop.ask(new RequestVoid(id, paymentId, null));
            case REFUND ->
                shop.ask(new RequestRefund(
                        id,
                        paymentId,
                        some,
                        List.of(RefundKind.GOODWILL, RefundKind.OTHER_MEANS, RefundKind.CORRECTION)
                                .get(dice.nextInt(3)),
                        dice.nextInt(3) == 0 ? AccountId.of(order.created.customerId()) : null,
                        "asked",
                        null));
            case RETRY ->
                shop.ask(new RetryAsk(
                        id, paymentId, order.facts.funds().of(paymentId).number()));
            default -> throw new IllegalArgumentException(deed.toString());
        }
    }

    private void settle(String id, String debt, Placed order, Random dice) {
        DebtSettlement how = DebtSettlement.values()[dice.nextInt(3)];
        shop.ask(new SettleDebt(
                id,
                debt,
                how,
                dice.nextBoolean() ? null : money(1 + dice.nextInt(20)),
                how == DebtSettlement.TO_ACCOUNT ? AccountId.of(order.created.customerId()) : null,
                null,
                "so it is"));
    }

    private void edit(String id, Placed order, Random dice, boolean apply) {
        String edit = OrderId.edit(id, name("edit"));
        List<EditedLine> lines = new ArrayList<>();
        if (dice.nextInt(4) == 0) {
            lines.add(new EditedLine(null, 1 + dice.nextInt(3), line(dice)));
        }
        any(order.lines, dice)
                .filter(line -> lines.isEmpty() || dice.nextBoolean())
                .ifPresent(line -> lines.add(new EditedLine(line.lineId(), dice.nextInt(6), null)));
        if (lines.isEmpty()) {
            return;
        }
        Optional<Refusal> no = shop.ask(new ProposeEdit(id, edit, lines, null, null, null));
        if (no.isEmpty() && apply) {
            shop.ask(new ApplyEdit(id, edit, null));
        }
    }

    private static List<LineQuantity> some(
            Placed order, Random dice, java.util.function.ToLongFunction<Quantities> most) {
        List<LineQuantity> some = new ArrayList<>();
        order.facts.lines().forEach((lineId, units) -> {
            int max = (int) most.applyAsLong(units);
            if (max > 0 && (some.isEmpty() || dice.nextBoolean())) {
                some.add(new LineQuantity(lineId, 1 + dice.nextInt(max)));
            }
        });
        return some;
    }

    private void resolve(String id, Random dice) {
        List<String> missing = books.parcels.entrySet().stream()
                .filter(parcel -> parcel.getValue().orderId.equals(id))
                .filter(parcel -> List.of("LOST", "RETURNED").contains(parcel.getValue().status))
                .map(Map.Entry::getKey)
                .toList();
        any(missing, dice).ifPresent(parcel -> shop.ask(new ResolveShipment(id, parcel, dice.nextBoolean(), null)));
    }

    private void parcel(Random dice) {
        List<Map.Entry<String, Package>> open = books.parcels.entrySet().stream()
                .filter(parcel -> List.of("CREATED", "PACKED", "DISPATCHED").contains(parcel.getValue().status))
                .toList();
        any(open, dice).ifPresent(parcel -> {
            String id = parcel.getKey();
            int way = dice.nextInt(10);
            if (parcel.getValue().status.equals("DISPATCHED")) {
                shop.ask(
                        way < 7
                                ? new DeliverShipment(id, null)
                                : way < 9
                                        ? new ReportLost(id, null, null)
                                        : new RecordReturnedToSender(id, null, null));
            } else {
                shop.ask(
                        way < 7
                                ? new DispatchShipment(id, null, null, null)
                                : way < 9 ? new PackShipment(id, null) : new CancelShipment(id, null, null));
            }
        });
    }

    private void askReturn(String id, Placed order, Random dice) {
        List<LineQuantity> units = some(order, dice, Quantities::returnable);
        if (units.isEmpty()) {
            return;
        }
        String other = any(books.orders.keySet(), dice).orElse(id);
        shop.ask(new RequestReturn(
                id,
                OrderId.returned(id, name("return")),
                units,
                "DAMAGED",
                dice.nextBoolean() ? "regular" : null,
                dice.nextBoolean() ? AccountId.of(order.created.customerId()) : null,
                dice.nextInt(4) == 0 && !other.equals(id) ? other : null,
                null));
    }

    private void returned(Random dice) {
        List<Map.Entry<String, Back>> open = books.returns.entrySet().stream()
                .filter(back -> List.of("REQUESTED", "APPROVED", "RECEIVED", "INSPECTED")
                        .contains(back.getValue().status))
                .toList();
        any(open, dice).ifPresent(entry -> {
            String id = entry.getKey();
            Back back = entry.getValue();
            switch (back.status) {
                case "REQUESTED" ->
                    shop.ask(
                            dice.nextInt(5) == 0
                                    ? new RejectReturn(id, "no", null)
                                    : new ApproveReturn(id, null, null));
                case "APPROVED" -> receive(id, back, dice);
                case "RECEIVED" -> {
                    if (dice.nextInt(6) == 0) {
                        receive(id, back, dice);
                    } else {
                        inspect(id, back, dice);
                    }
                }
                default ->
                    shop.ask(
                            dice.nextBoolean()
                                    ? new CloseReturn(id)
                                    : new RetryRefund(
                                            id,
                                            dice.nextBoolean() ? AccountId.of(CUSTOMERS.get(dice.nextInt(2))) : null,
                                            null));
            }
        });
    }

    private void receive(String id, Back back, Random dice) {
        List<ReturnedUnits> some = new ArrayList<>();
        if (dice.nextInt(3) == 0) {
            back.asked
                    .lines()
                    .forEach(line -> some.add(new ReturnedUnits(line.lineId(), 1 + dice.nextInt(line.quantity()))));
        }
        shop.ask(new ReceiveReturn(id, some, null));
    }

    private void inspect(String id, Back back, Random dice) {
        List<Verdict> verdicts = new ArrayList<>();
        back.received.forEach((lineId, units) -> {
            for (int unit = back.judged.getOrDefault(lineId, 0); unit < units; unit++) {
                verdicts.add(new Verdict(lineId, 1, Disposition.values()[dice.nextInt(3)], null));
            }
        });
        shop.ask(new InspectReturn(
                id,
                verdicts,
                dice.nextInt(4) == 0 ? money(1 + dice.nextInt(10)) : null,
                dice.nextInt(5) == 0 ? money(1 + dice.nextInt(5)) : null,
                "worn",
                null));
    }

    private void stock(Deed deed, Random dice) {
        if (trackedSkus == 0) {
            return;
        }
        String item = StockItemId.of(sku(dice.nextInt(trackedSkus)));
        if (deed == Deed.RECEIVE_STOCK) {
            receive(item, 1 + dice.nextInt(6));
        } else {
            count(item, dice.nextBoolean() ? 1 : -1 - dice.nextInt(3));
        }
    }

    private void count(String item, long units) {
        if (shop.ask(new AdjustStock(item, units, "count", null)).isEmpty()) {
            shop.receivedByHand.merge(item, units, Long::sum);
        }
    }

    private void account(Deed deed, Random dice) {
        String customer = CUSTOMERS.get(dice.nextInt(CUSTOMERS.size()));
        String id = AccountId.of(customer);
        Purse purse = books.accounts.get(id);
        switch (deed) {
            case DEPOSIT ->
                shop.ask(new Deposit(
                        id,
                        AccountId.journal(name("in")),
                        MovementKind.CASH,
                        money(1 + dice.nextInt(100)),
                        null,
                        null,
                        null));
            case WITHDRAW ->
                shop.ask(new Withdraw(
                        id,
                        AccountId.journal(name("out")),
                        MovementKind.CASH,
                        dice.nextBoolean() && purse.balance.isPositive() ? purse.balance : money(1 + dice.nextInt(100)),
                        null,
                        null));
            case FREEZE ->
                shop.ask(purse.frozen ? new UnfreezeAccount(id, null, null) : new FreezeAccount(id, "odd", null));
            case CLOSE -> {
                if (purse.balance.isPositive() && dice.nextBoolean()) {
                    shop.ask(new Withdraw(
                            id, AccountId.journal(name("out")), MovementKind.CASH, purse.balance, null, null));
                }
                shop.ask(new CloseAccount(id, null, null));
            }
            default ->
                shop.ask(new InitiateTransfer(
                        AccountId.transfer(name("transfer")),
                        id,
                        AccountId.of(CUSTOMERS.get(customer.equals(CUSTOMERS.get(0)) ? 1 : 0)),
                        dice.nextBoolean() && purse.balance.isPositive() ? purse.balance : money(1 + dice.nextInt(60)),
                        null,
                        null));
        }
    }

    private void takeOver(Random dice) {
        List<String> stuck = shop.node
                .jdbc
                .sql("select step from process_step where stuck = true order by seq")
                .query(String.class)
                .list();
        any(stuck, dice)
                .ifPresent(step -> shop.ask(new TakeOverStep(StepId.parse(step).inAddress(), "seen")));
    }

    /**
     * Whoever counted units away that had left the house, and were to be booked out yet, sees that a step is stuck,
     * counts again, and has it sent once more.
     */
    void mend() {
        List<String> stuck = shop.node
                .jdbc
                .sql("select step from process_step where stuck = true and code = 'NOT_ON_HAND'")
                .query(String.class)
                .list();
        if (!stuck.isEmpty()) {
            books.items.keySet().forEach(item -> count(item, COUNTED_AGAIN));
            stuck.forEach(step -> shop.ask(new RetryStep(StepId.parse(step).inAddress())));
        }
    }

    private void bank(Deed deed, Random dice) {
        Optional<Bank.Entry> some = any(shop.node.bank.entries(), dice);
        if (some.isEmpty()) {
            return;
        }
        Bank.Entry entry = some.get();
        switch (deed) {
            case TELL -> tell(entry);
            case CONTRADICT -> {
                entry.done = !entry.done;
                tell(entry);
            }
            case CHARGE_BACK -> chargeBack(entry.request.paymentId(), entry.request.orderId(), dice);
            default -> winBack(entry.request.paymentId(), dice);
        }
    }

    private void tell(Bank.Entry entry) {
        webhook(new RecordProviderAnswer(
                entry.request.paymentId(),
                entry.request.providerKey(),
                entry.done ? Outcome.SUCCEEDED : Outcome.FAILED,
                Bank.NAME,
                name("event"),
                null,
                entry.done ? null : "no"));
    }

    private void chargeBack(String paymentId, String orderId, Random dice) {
        Money amount = money(1 + dice.nextInt(40));
        String event = name("event");
        Optional<Refusal> no = webhook(new RecordChargeback(paymentId, Bank.NAME, event, amount, null));
        if (no.isEmpty()) {
            shop.node.bank.chargeBack(paymentId, amount);
        } else {
            webhook(new ReportProblem(orderId, "chargeback-not-covered:" + event, "CHARGEBACK_NOT_COVERED", "x"));
        }
    }

    private void winBack(String paymentId, Random dice) {
        Money taken = shop.node.bank.chargedBack(paymentId, money(0));
        if (taken.isPositive()) {
            Money amount = dice.nextBoolean() ? taken : money(1);
            if (webhook(new RecordChargebackReversal(paymentId, Bank.NAME, name("event"), amount))
                    .isEmpty()) {
                shop.node.bank.chargeBack(paymentId, amount.negated());
            }
        }
    }

    private Optional<Refusal> webhook(Object said) {
        return shop.ask(said, "SERVICE");
    }
}
