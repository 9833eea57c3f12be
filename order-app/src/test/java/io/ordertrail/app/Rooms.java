package io.ordertrail.app;

import io.ordertrail.api.Contract;
import io.ordertrail.api.access.KeyList;
import io.ordertrail.api.access.KeyQuery.ListKeys;
import io.ordertrail.api.access.TokenQuery.ListTokenWithdrawals;
import io.ordertrail.api.access.TokenWithdrawalList;
import io.ordertrail.api.account.AccountQuery.ExplainAccount;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.api.audit.AuditPage;
import io.ordertrail.api.audit.AuditQuery.GetNewestCheckpoint;
import io.ordertrail.api.audit.AuditQuery.ListAuditEntries;
import io.ordertrail.api.audit.AuditQuery.ListCheckpoints;
import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.audit.CheckpointPage;
import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.capsule.CapsuleQuery.GetCapsule;
import io.ordertrail.api.customer.CustomerQuery.GetCustomer;
import io.ordertrail.api.customer.CustomerQuery.GetPersonalData;
import io.ordertrail.api.customer.CustomerView;
import io.ordertrail.api.customer.PersonalDataPage;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.deadletter.DiscardedLetters;
import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.IdempotencyKeyReused;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCourseCommand;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderKey;
import io.ordertrail.api.order.view.ExportMoment;
import io.ordertrail.api.order.view.ExportPage;
import io.ordertrail.api.order.view.OrderCauses;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.BeginExport;
import io.ordertrail.api.order.view.OrderQuery.ExplainOrder;
import io.ordertrail.api.order.view.OrderQuery.ExportOrders;
import io.ordertrail.api.order.view.OrderQuery.FindOrderKey;
import io.ordertrail.api.order.view.OrderQuery.FindOrders;
import io.ordertrail.api.order.view.OrderQuery.GetCauses;
import io.ordertrail.api.order.view.OrderQuery.GetOrder;
import io.ordertrail.api.order.view.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.view.OrderQuery.GetOrderByNumber;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.api.order.view.OrderQuery.LinkOrder;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.ListOrdersAsOf;
import io.ordertrail.api.order.view.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrdersFound;
import io.ordertrail.api.order.view.Quote;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.process.ProcessQuery.GroupParked;
import io.ordertrail.api.process.ProcessQuery.InspectParked;
import io.ordertrail.api.process.ProcessQuery.ListParked;
import io.ordertrail.api.process.ProcessQuery.ListProcesses;
import io.ordertrail.api.process.ProcessQuery.ListSteps;
import io.ordertrail.api.process.Processes;
import io.ordertrail.api.process.StepPage;
import io.ordertrail.api.projection.ProjectionCommand.CancelRebuild;
import io.ordertrail.api.projection.ProjectionCommand.PauseRebuild;
import io.ordertrail.api.projection.ProjectionCommand.ResumeRebuild;
import io.ordertrail.api.projection.ProjectionCommand.RollBackRebuild;
import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.ProjectionQuery.GetRebuild;
import io.ordertrail.api.projection.ProjectionQuery.GroupDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.InspectDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.ListDiscarded;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.ProjectionQuery.ListRebuilds;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.Rebuilds;
import io.ordertrail.api.report.RefundsPage;
import io.ordertrail.api.report.ReportQuery.GetOpenToShip;
import io.ordertrail.api.report.ReportQuery.GetRefunds;
import io.ordertrail.api.report.ReportQuery.GetSales;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.report.ToShipPage;
import io.ordertrail.api.stock.StockQuery.ExplainStock;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.SimpleQueryBus;

/** Stubs of the write and the read side: they count versions and keep answers, and decide nothing. */
public final class Rooms {

    /** The moment of every export. */
    public static final Instant EXPORTED_AT = Instant.parse("2026-11-22T08:15:00Z");

    private record Kept(String hash, Receipt receipt) {}

    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final Map<String, List<OrderCommand>> orders = new ConcurrentHashMap<>();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final List<CommandMessage<?>> sent = new CopyOnWriteArrayList<>();
    private final List<MetaData> asked = new CopyOnWriteArrayList<>();
    private volatile Consumer<Object> before = message -> {};
    private volatile boolean viewIsBehind;
    private volatile long unreadable;
    private final List<Object> waiting = new ArrayList<>();
    private boolean processesStand;
    private final Parts parts = new Parts();
    private final StubPayments payments = new StubPayments(
            message -> before.accept(message), sent::add, orderId -> orders.getOrDefault(orderId, List.of()));

    Dispatch dispatch() {
        commands.registerHandlerInterceptor(new CommandValidation());
        commands.registerDispatchInterceptor(messages -> (index, message) -> {
            asked.add(message.getMetaData());
            return message;
        });
        queries.registerDispatchInterceptor(messages -> (index, message) -> {
            asked.add(message.getMetaData());
            return message;
        });
        for (Class<?> type : Contract.types(OrderCommand.class).toList()) {
            commands.subscribe(type.getName(), this::handle);
        }
        commands.subscribe(StartRebuild.class.getName(), message -> {
            before.accept(message.getPayload());
            return SampleOrder.rebuild((StartRebuild) message.getPayload());
        });
        for (Class<?> steering :
                List.of(PauseRebuild.class, ResumeRebuild.class, CancelRebuild.class, RollBackRebuild.class)) {
            commands.subscribe(steering.getName(), message -> {
                before.accept(message.getPayload());
                return SampleOrder.rebuild("rebuild-1");
            });
        }
        answer(GetOrder.class, OrderView.class, this::get);
        answer(LinkOrder.class, OrderView.class, query -> asOf(query.orderId(), null));
        answer(
                GetOrderAsOf.class,
                OrderView.class,
                query -> asOf(query.orderId(), query.moment().version()));
        answer(GetOrderByNumber.class, OrderView.class, this::byNumber);
        answer(FindOrders.class, OrdersFound.class, this::find);
        answer(
                FindOrderKey.class,
                OrderKey.class,
                query -> new OrderKey(named(query.number()).id(), query.number()));
        answer(ListKeys.class, KeyList.class, q -> SampleKeys.KEYS);
        answer(ListTokenWithdrawals.class, TokenWithdrawalList.class, q -> SampleKeys.WITHDRAWALS);
        answer(ListAuditEntries.class, AuditPage.class, q -> SampleAudit.ENTRIES);
        answer(ListCheckpoints.class, CheckpointPage.class, q -> SampleAudit.CHECKPOINTS);
        answer(GetNewestCheckpoint.class, Checkpoint.class, q -> SampleAudit.CHECKPOINT);
        SampleKeys.ANSWERS.forEach((type, answer) -> commands.subscribe(type.getName(), message -> answer));
        answer(GetCustomer.class, CustomerView.class, q -> SampleCustomers.ERASED);
        answer(GetPersonalData.class, PersonalDataPage.class, q -> SampleCustomers.DATA);
        SampleCustomers.ANSWERS.forEach((type, answer) -> commands.subscribe(type.getName(), message -> answer));
        answer(GetCapsule.class, Capsule.class, q -> SampleOrder.capsule(q.orderId()));
        answer(ListDeadLetters.class, DeadLetters.class, q -> SampleProjections.DEAD_LETTERS);
        answer(GroupDeadLetters.class, DeadLetterGroups.class, q -> SampleProjections.GROUPS);
        answer(InspectDeadLetter.class, DeadLetterInspection.class, q -> SampleProjections.INSPECTED);
        answer(ListDiscarded.class, DiscardedLetters.class, q -> SampleProjections.DISCARDED);
        SampleProjections.ANSWERS.forEach((type, answer) -> commands.subscribe(type.getName(), message -> {
            before.accept(message.getPayload());
            return answer;
        }));
        answer(
                GetOrderHistory.class,
                OrderHistory.class,
                query -> SampleOrder.history(query.orderId(), known(query.orderId())));
        answer(ListOrders.class, OrderPage.class, this::list);
        answer(
                ListOrdersAsOf.class,
                OrderPage.class,
                query -> list(new ListOrders(query.filter(), query.sort(), query.limit(), query.after())));
        answer(ExplainOrder.class, Explanation.class, query -> SampleTimes.explanation(query.orderId()));
        answer(ExplainStock.class, Explanation.class, query -> SampleTimes.explanation(query.sku()));
        answer(ExplainAccount.class, Explanation.class, query -> SampleTimes.explanation(query.accountId()));
        answer(GetCauses.class, OrderCauses.class, query -> SampleTimes.causes(query.orderId()));
        answer(BeginExport.class, ExportMoment.class, q -> new ExportMoment(EXPORTED_AT, 41));
        answer(ExportOrders.class, ExportPage.class, this::export);
        answer(QuoteOrder.class, Quote.class, SampleOrder::quote);
        SampleStreams.ANSWERS.forEach((query, answer) -> queries.subscribe(query.getName(), answer.type(), message -> {
            before.accept(message.getPayload());
            return answer.handler().apply(message.getPayload());
        }));
        answer(ListAttention.class, AttentionPage.class, q -> SampleFigures.ATTENTION);
        answer(GetSales.class, SalesPage.class, q -> SampleFigures.SALES);
        answer(GetRefunds.class, RefundsPage.class, q -> SampleFigures.REFUNDS);
        answer(GetOpenToShip.class, ToShipPage.class, q -> SampleFigures.TO_SHIP);
        answer(ListProjections.class, Projections.class, q -> SampleOrder.projections());
        answer(ListProcesses.class, Processes.class, q -> SampleProcesses.PROCESSES);
        answer(ListSteps.class, StepPage.class, q -> SampleProcesses.STEPS);
        answer(ListParked.class, DeadLetters.class, q -> SampleProcesses.PARKED);
        answer(GroupParked.class, DeadLetterGroups.class, q -> SampleProjections.GROUPS);
        answer(InspectParked.class, DeadLetterInspection.class, q -> SampleProcesses.INSPECTED);
        SampleProcesses.ANSWERS.forEach((type, answer) -> commands.subscribe(type.getName(), message -> {
            before.accept(message.getPayload());
            sent.add(message);
            return answer;
        }));
        answer(ListRebuilds.class, Rebuilds.class, q -> new Rebuilds(List.of(SampleOrder.rebuild("rebuild-1"))));
        answer(GetRebuild.class, Rebuild.class, q -> SampleOrder.rebuild(q.rebuildId()));
        for (Class<?> type : Parts.COMMANDS) {
            commands.subscribe(type.getName(), this::handle);
        }
        parts.answers()
                .forEach((query, answer) -> queries.subscribe(query.getName(), answer.type(), message -> {
                    before.accept(message.getPayload());
                    return answer.handler().apply(message.getPayload());
                }));
        payments.subscribe(commands, queries);
        return new Dispatch(commands, queries);
    }

    /** What was told of whoever asked, with each message. */
    public List<MetaData> asked() {
        return asked;
    }

    /** Every message comes by here before it is handled; what is thrown is the answer. */
    public void before(Consumer<Object> step) {
        before = step;
    }

    /** The views know nothing of any order, while its stream does. */
    public void viewIsBehind(boolean behind) {
        viewIsBehind = behind;
    }

    /** Each page of orders leaves out so many. */
    public void unreadable(long rows) {
        unreadable = rows;
    }

    /** Nothing follows from a command by itself, until processes go on and catch up. */
    public void processesStand(boolean stand) {
        synchronized (waiting) {
            processesStand = stand;
            if (!stand) {
                waiting.forEach(this::goOn);
                waiting.clear();
            }
        }
    }

    /** Lets an order hear what no request can say. */
    public void tell(OrderCommand command) {
        known(command.orderId()).add(command);
    }

    /** The commands of the front door that were handled, repeats not among them. */
    public List<CommandMessage<?>> sent() {
        return sent;
    }

    private Object handle(CommandMessage<?> message) {
        Map<String, Object> context = message.getMetaData();
        String request = context.get(MetaKeys.IDEMPOTENCY_SCOPE) + "\n" + context.get(MetaKeys.IDEMPOTENCY_KEY);
        String hash = (String) context.get(MetaKeys.REQUEST_HASH);
        Kept first = kept.get(request);
        if (first != null) {
            if (!first.hash.equals(hash)) {
                throw new Refused(new IdempotencyKeyReused((String) context.get(MetaKeys.IDEMPOTENCY_KEY)));
            }
            return first.receipt.again();
        }
        before.accept(message.getPayload());
        Receipt receipt = message.getPayload() instanceof OrderCommand command
                ? handle(command, context)
                : parts.handle(message.getPayload());
        sent.add(message);
        synchronized (waiting) {
            if (processesStand) {
                waiting.add(message.getPayload());
            } else {
                goOn(message.getPayload());
            }
        }
        if (context.containsKey(MetaKeys.IDEMPOTENCY_KEY)) {
            kept.put(request, new Kept(hash, receipt));
        }
        return receipt;
    }

    private void goOn(Object command) {
        if (command instanceof OrderCommand asked) {
            StubProcesses.follows(asked, asOf(asked.orderId(), null)).ifPresent(next -> {
                if (next instanceof PaymentCommand payment) {
                    payments.handle(payment);
                } else {
                    parts.handle(next);
                }
            });
        } else {
            StubProcesses.follows(command).ifPresent(this::tell);
        }
    }

    private Receipt handle(OrderCommand command, Map<String, Object> context) {
        List<OrderCommand> stream = command instanceof OrderCourseCommand.CreateOrder
                ? orders.computeIfAbsent(command.orderId(), id -> new CopyOnWriteArrayList<>())
                : known(command.orderId());
        Object expected = context.get(MetaKeys.EXPECTED_VERSION);
        if (expected != null && (Long) expected != stream.size() - 1) {
            throw new Refused(new StaleVersion((Long) expected, stream.size() - 1));
        }
        stream.add(command);
        return Receipt.of(command.orderId(), stream.size() - 1);
    }

    private OrderView get(GetOrder query) {
        if (viewIsBehind) {
            throw new Refused(new OrderNotFound(query.orderId()));
        }
        OrderView order = asOf(query.orderId(), null);
        if (query.minVersion() != null && order.version() < query.minVersion()) {
            throw new Refused(new ViewBehind(query.minVersion(), order.version()));
        }
        return order;
    }

    private OrderView asOf(String orderId, Long version) {
        List<OrderCommand> stream = known(orderId);
        if (version != null && version >= stream.size()) {
            throw new Refused(new OrderNotFound(orderId + " at version " + version));
        }
        return SampleOrder.view(version == null ? stream : stream.subList(0, (int) (version + 1)));
    }

    private OrderView byNumber(GetOrderByNumber query) {
        if (viewIsBehind) {
            throw new Refused(new OrderNotFound(query.number()));
        }
        return named(query.number());
    }

    private OrderView named(String number) {
        return orders.values().stream()
                .map(SampleOrder::view)
                .filter(order -> order.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new Refused(new OrderNotFound(number)));
    }

    private OrdersFound find(FindOrders query) {
        return new OrdersFound(orders.values().stream()
                .map(SampleOrder::view)
                .filter(order -> order.channel().equals(query.channel())
                        && query.externalRefs().contains(order.externalRef()))
                .toList());
    }

    /** Cursors are offsets here: {@code c3} begins with the fourth. */
    private OrderPage list(ListOrders query) {
        List<String> ids = new ArrayList<>(orders.keySet().stream().sorted().toList());
        int from = query.after() == null ? 0 : Integer.parseInt(query.after().substring(1));
        int to = Math.min(ids.size(), from + query.limit());
        return new OrderPage(
                ids.subList(from, to).stream()
                        .map(id -> SampleOrder.summary(SampleOrder.view(orders.get(id))))
                        .toList(),
                to < ids.size() ? "c" + to : null,
                from > 0 ? "c" + Math.max(0, from - query.limit()) : null,
                to < ids.size() ? null : "c" + to,
                unreadable);
    }

    private ExportPage export(ExportOrders query) {
        OrderPage page = list(new ListOrders(query.filter(), query.sort(), query.limit(), query.after()));
        return new ExportPage(
                page.items().stream()
                        .map(order -> new ExportPage.Item(
                                order, query.lines() ? asOf(order.id(), null).lines() : null))
                        .toList(),
                page.next(),
                page.unreadable());
    }

    private List<OrderCommand> known(String orderId) {
        List<OrderCommand> stream = orders.get(orderId);
        if (stream == null) {
            throw new Refused(new OrderNotFound(orderId));
        }
        return stream;
    }

    private <Q, A> void answer(Class<Q> query, Type answer, Function<Q, A> handler) {
        queries.<A>subscribe(query.getName(), answer, message -> {
            before.accept(message.getPayload());
            return handler.apply(query.cast(message.getPayload()));
        });
    }
}
