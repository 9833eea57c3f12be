package io.ordertrail.simulation;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.order.OrderCourseEvent;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.payment.PaymentFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is stored, added up by plain arithmetic, for who chooses and who judges. */
final class Books {

    final Map<String, Placed> orders = new LinkedHashMap<>();
    final Map<String, Package> parcels = new LinkedHashMap<>();
    final Map<String, Back> returns = new LinkedHashMap<>();
    final Map<String, Purse> accounts = new LinkedHashMap<>();
    final Map<String, PaymentFacts> payments = new LinkedHashMap<>();
    final Map<String, Long> restocked = new LinkedHashMap<>();
    final Set<String> contradicted = new HashSet<>();
    final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, TransferEvent.TransferInitiated> transfers = new LinkedHashMap<>();

    /** An order. */
    static final class Placed {
        final OrderCreated created;
        OrderFacts facts;
        List<OrderLine> lines;
        Money shipping;

        @Nullable
        String proposal;

        final Set<String> problemCodes = new HashSet<>();

        Placed(OrderCreated created) {
            this.created = created;
            facts = OrderFacts.of(created);
            lines = created.lines();
            shipping = created.shipping() == null
                    ? Money.zero(created.currency())
                    : created.shipping().price();
        }

        OrderLine line(String lineId) {
            return lines.stream()
                    .filter(line -> line.lineId().equals(lineId))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A parcel. */
    static final class Package {
        final String orderId;
        final List<ShipmentLine> lines;
        String status = "CREATED";
        boolean resolved;

        Package(String orderId, List<ShipmentLine> lines) {
            this.orderId = orderId;
            this.lines = lines;
        }
    }

    /** A return. */
    static final class Back {
        final ReturnEvent.ReturnRequested asked;
        String status = "REQUESTED";
        final Map<String, Integer> received = new LinkedHashMap<>();
        final Map<String, Integer> judged = new LinkedHashMap<>();

        @Nullable
        Money accepted;

        @Nullable
        Money shipping;

        Back(ReturnEvent.ReturnRequested asked) {
            this.asked = asked;
        }
    }

    /** An account. */
    static final class Purse {
        final String owner;
        Money balance;
        Money cash;
        boolean frozen;
        boolean closed;
        Money captured;
        Money refunded;
        final Map<String, Money> holds = new LinkedHashMap<>();

        Purse(String owner, Money zero) {
            this.owner = owner;
            balance = zero;
            cash = zero;
            captured = zero;
            refunded = zero;
        }
    }

    /** A stock item. */
    static final class Item {
        long received;
        long dispatched;
        long returned;
        /** Left the house, and had not been kept for whom they went to. */
        long promisedToNobody;

        final Map<String, long[]> lines = new LinkedHashMap<>();

        long onHand() {
            return received - dispatched + returned;
        }

        long[] of(String orderId, String lineId) {
            return lines.computeIfAbsent(orderId + "/" + lineId, key -> new long[2]);
        }
    }

    void see(Object event) {
        if (event instanceof OrderEvent order) {
            see(order);
        } else if (event instanceof ShipmentEvent parcel) {
            see(parcel);
        } else if (event instanceof ReturnEvent back) {
            see(back);
        } else if (event instanceof AccountEvent account) {
            see(account);
        } else if (event instanceof PaymentEvent payment) {
            see(payment);
        } else if (event instanceof StockEvent stock) {
            see(stock);
        } else if (event instanceof TransferEvent.TransferInitiated begun) {
            transfers.put(begun.transferId(), begun);
        } else if (event instanceof TransferEvent ended) {
            transfers.remove(ended.transferId());
        }
    }

    private void see(OrderEvent event) {
        if (event instanceof OrderCreated created) {
            orders.put(created.orderId(), new Placed(created));
            return;
        }
        Placed order = orders.get(event.orderId());
        order.facts = order.facts.after(event);
        if (event instanceof OrderEdited edited) {
            order.lines = edited.lines();
            if (edited.shipping() != null) {
                order.shipping = edited.shipping().price();
            }
        } else if (event instanceof OrderEditProposed proposed) {
            order.proposal = proposed.editId();
        } else if (event instanceof OrderCourseEvent.OrderProblemReported problem) {
            order.problemCodes.add(problem.code());
        } else if (event instanceof OrderGoodsEvent.ShipmentResolved resolved) {
            parcels.get(resolved.shipmentId()).resolved = true;
        }
    }

    private void see(ShipmentEvent event) {
        if (event instanceof ShipmentEvent.ShipmentCreated created) {
            parcels.put(created.shipmentId(), new Package(created.orderId(), created.lines()));
            return;
        }
        Package parcel = parcels.get(event.shipmentId());
        if (event instanceof ShipmentEvent.ShipmentPacked) {
            parcel.status = "PACKED";
        } else if (event instanceof ShipmentEvent.ShipmentDispatched) {
            parcel.status = "DISPATCHED";
        } else if (event instanceof ShipmentEvent.ShipmentDelivered) {
            parcel.status = "DELIVERED";
        } else if (event instanceof ShipmentEvent.ShipmentLost) {
            parcel.status = "LOST";
        } else if (event instanceof ShipmentEvent.ShipmentReturnedToSender) {
            parcel.status = "RETURNED";
        } else if (event instanceof ShipmentEvent.ShipmentCancelled) {
            parcel.status = "CANCELLED";
        }
    }

    private void see(ReturnEvent event) {
        if (event instanceof ReturnEvent.ReturnRequested asked) {
            returns.put(asked.returnId(), new Back(asked));
            return;
        }
        Back back = returns.get(event.returnId());
        if (event instanceof ReturnEvent.ReturnApproved) {
            back.status = "APPROVED";
        } else if (event instanceof ReturnEvent.ReturnRejected) {
            back.status = "REJECTED";
        } else if (event instanceof ReturnEvent.ReturnItemsReceived came) {
            back.status = "RECEIVED";
            came.lines().forEach(line -> back.received.merge(line.lineId(), line.quantity(), Integer::sum));
        } else if (event instanceof ReturnEvent.ReturnInspected seen) {
            back.status = "INSPECTED";
            for (int i = 0; i < seen.verdicts().size(); i++) {
                if (seen.verdicts().get(i).disposition()
                        == io.ordertrail.api.returns.ReturnCommand.Disposition.RESTOCK) {
                    restocked.merge(
                            seen.skus().get(i), (long) seen.verdicts().get(i).quantity(), Long::sum);
                }
            }
            seen.verdicts().forEach(verdict -> back.judged.merge(verdict.lineId(), verdict.quantity(), Integer::sum));
        } else if (event instanceof ReturnEvent.ReturnRefundDecided decided) {
            back.accepted = back.accepted == null ? decided.refund() : back.accepted.plus(decided.refund());
            if (decided.shipping() != null) {
                back.shipping = back.shipping == null ? decided.shipping() : back.shipping.plus(decided.shipping());
            }
        } else if (event instanceof ReturnEvent.ReturnExpired) {
            back.status = "EXPIRED";
        } else if (event instanceof ReturnEvent.ReturnClosed) {
            back.status = "CLOSED";
        }
    }

    private void see(AccountEvent event) {
        if (event instanceof AccountEvent.AccountCreated created) {
            accounts.put(created.accountId(), new Purse(created.ownerId(), Money.zero(created.currency())));
            return;
        }
        Purse purse = accounts.get(event.accountId());
        if (event instanceof AccountEvent.Deposited in) {
            purse.balance = purse.balance.plus(in.amount());
            switch (in.kind()) {
                case CASH -> purse.cash = purse.cash.plus(in.amount());
                case REFUND -> purse.refunded = purse.refunded.plus(in.amount());
                default -> {}
            }
        } else if (event instanceof AccountEvent.Withdrawn out) {
            purse.balance = purse.balance.minus(out.amount());
            if (out.kind() == io.ordertrail.api.account.MovementKind.CASH) {
                purse.cash = purse.cash.minus(out.amount());
            }
        } else if (event instanceof AccountEvent.FundsHeld held) {
            purse.holds.put(held.holdId(), held.amount());
        } else if (event instanceof AccountEvent.HoldCaptured taken) {
            purse.balance = purse.balance.minus(taken.amount());
            purse.captured = purse.captured.plus(taken.amount());
            purse.holds.compute(taken.holdId(), (id, held) -> held == null ? null : held.minus(taken.amount()));
        } else if (event instanceof AccountEvent.HoldReleased free) {
            purse.holds.remove(free.holdId());
        } else if (event instanceof AccountEvent.AccountFrozen) {
            purse.frozen = true;
        } else if (event instanceof AccountEvent.AccountUnfrozen) {
            purse.frozen = false;
        } else if (event instanceof AccountEvent.AccountClosed) {
            purse.closed = true;
        }
    }

    private void see(PaymentEvent event) {
        if (event instanceof PaymentEvent.PaymentInitiated begun) {
            payments.put(begun.paymentId(), PaymentFacts.initiated(begun.amount()));
        } else {
            payments.computeIfPresent(event.paymentId(), (id, facts) -> facts.after(event));
        }
        if (event instanceof PaymentEvent.PaymentOutcomeContradicted contradiction) {
            contradicted.add(contradiction.paymentId());
        }
    }

    private void see(StockEvent event) {
        Item item = items.computeIfAbsent(event.itemId(), id -> new Item());
        if (event instanceof StockEvent.StockReceived in) {
            item.received += in.quantity();
        } else if (event instanceof StockEvent.StockAdjusted count) {
            item.received += count.quantity();
        } else if (event instanceof StockEvent.StockDispatched out) {
            item.dispatched += out.quantity();
            item.promisedToNobody += out.quantity() - out.reserved();
            long[] kept = item.of(out.orderId(), out.lineId());
            kept[0] -= out.reserved();
            kept[1] -= out.backordered();
        } else if (event instanceof StockEvent.StockReturned back) {
            item.returned += back.quantity();
        } else if (event instanceof StockEvent.ReservationSet set) {
            long[] kept = item.of(set.orderId(), set.lineId());
            kept[0] = set.reserved();
            kept[1] = set.backordered();
        } else if (event instanceof StockEvent.BackorderFilled filled) {
            long[] kept = item.of(filled.orderId(), filled.lineId());
            kept[0] = filled.reserved();
            kept[1] = filled.backordered();
        }
    }

    List<Map.Entry<String, Placed>> orderList() {
        return new ArrayList<>(orders.entrySet());
    }
}
