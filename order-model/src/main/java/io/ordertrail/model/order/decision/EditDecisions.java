package io.ordertrail.model.order.decision;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCourseCommand.ApplyEdit;
import io.ordertrail.api.order.OrderCourseCommand.ChangeAddress;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseRefusal.EditNotFound;
import io.ordertrail.api.order.OrderCourseRefusal.EditOutdated;
import io.ordertrail.api.order.OrderCourseRefusal.WrongLifecycle;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsRefusal.AlreadyDispatched;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.model.kernel.Split;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.Proposal;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.EditValidation;
import io.ordertrail.model.order.input.Pricing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Changes of what was ordered: worked out first, then made. A line keeps its price of one unit and its tax rate; its
 * discount grows and shrinks with its quantity; all tax is computed again as at the placing.
 */
public record EditDecisions(OrderContext order) {

    /** @param tracked the SKUs of new lines that are kept as stock */
    public List<OrderEvent> propose(ProposeEdit asked, Set<String> tracked) {
        EditValidation.check(asked, state().ordered().lines().keySet(), order.currency());
        order.allow(OrderAction.EDIT).newEdit(asked.editId());
        Instant at = order.at(asked.at());
        Money worth = state().facts().funds().value();
        Map<String, LineRequest> wanted = wanted(asked.lines());
        ShippingRequest way = asked.shipping() == null ? shipping() : asked.shipping();
        Basket basket = new Basket(worth.getCurrencyUnit(), List.copyOf(wanted.values()), way, null);
        EditValidation.basket(basket);
        Pricing pricing = Pricing.of(basket, List.copyOf(wanted.keySet()));
        return List.of(new OrderEditProposed(
                order.orderId(),
                asked.editId(),
                shared(noted(pricing.lines(), asked.lines()), asked.lines()),
                pricing.shipping(),
                pricing.totals(),
                pricing.totals().grand().minus(worth),
                stock(wanted, tracked),
                asked.reason(),
                at));
    }

    public List<OrderEvent> make(ApplyEdit asked) {
        OrderEditProposed edit = proposed(asked);
        order.allow(OrderAction.EDIT);
        Instant at = order.at(asked.at(), edit.at());
        return List.of(new OrderEdited(
                order.orderId(),
                edit.editId(),
                edit.lines(),
                edit.shipping(),
                edit.totals(),
                edit.difference(),
                edit.stock(),
                at));
    }

    /** As long as nothing has left. */
    public List<OrderEvent> readdress(ChangeAddress command) {
        if (order.facts().goods().shipped() > 0) {
            throw new Refused(new AlreadyDispatched());
        }
        if (order.facts().isOver()) {
            throw new Refused(new WrongLifecycle(order.facts().lifecycle()));
        }
        return List.of(new AddressChanged(
                order.orderId(),
                order.facts().customerId(),
                command.shippingAddress(),
                command.billingAddress(),
                order.now()));
    }

    /** The proposal that {@code asked} means, if it still fits. */
    private OrderEditProposed proposed(ApplyEdit asked) {
        Proposal proposal = state().edits().get(asked.editId());
        if (proposal == null) {
            throw new Refused(new EditNotFound(asked.editId()));
        }
        if (proposal.outdated()) {
            throw new Refused(new EditOutdated(asked.editId()));
        }
        return proposal.edit();
    }

    /** All that the order would have, by line id. */
    private Map<String, LineRequest> wanted(List<EditedLine> edits) {
        Map<String, LineRequest> wanted = new LinkedHashMap<>();
        state().ordered().lines().forEach((id, line) -> {
            long units = state().units(id).wanted();
            if (units > 0) {
                wanted.put(id, request(line, Math.toIntExact(units)));
            }
        });
        int last = state().ordered().lastLine();
        for (EditedLine edit : edits) {
            if (edit.added() != null) {
                wanted.put(String.valueOf(++last), edit.added());
            } else if (edit.quantity() == 0) {
                wanted.remove(edit.lineId());
            } else if (edit.lineId() != null) {
                wanted.put(edit.lineId(), request(priced(edit.lineId()), edit));
            }
        }
        return wanted;
    }

    private List<StockLine> stock(Map<String, LineRequest> wanted, Set<String> tracked) {
        List<StockLine> changes = new ArrayList<>();
        for (String id : state().ordered().tracked().keySet()) {
            OrderLine line = state().ordered().lines().get(id);
            if (line != null) {
                LineRequest now = wanted.get(id);
                long more =
                        (now == null ? 0 : now.quantity()) - state().units(id).wanted();
                add(changes, id, line.sku(), Math.toIntExact(more));
            }
        }
        wanted.forEach((id, line) -> {
            if (!state().ordered().lines().containsKey(id) && tracked.contains(line.sku())) {
                add(changes, id, line.sku(), line.quantity());
            }
        });
        return List.copyOf(changes);
    }

    private static void add(List<StockLine> changes, String lineId, String sku, int more) {
        if (more != 0) {
            changes.add(new StockLine(lineId, sku, more));
        }
    }

    private OrderLine priced(String lineId) {
        return state().line(lineId).orElseThrow().priced();
    }

    /** With the price and the discount that were agreed on, where they were. */
    private static LineRequest request(OrderLine line, EditedLine edit) {
        LineRequest same = request(line, edit.quantity());
        return new LineRequest(
                same.sku(),
                same.name(),
                same.quantity(),
                edit.unitPrice() == null ? same.unitPrice() : edit.unitPrice(),
                edit.discount() == null ? same.discount() : edit.discount(),
                same.taxRate(),
                same.priceIncludesTax());
    }

    /** Notes stay until they are written anew. */
    private List<OrderLine> noted(List<OrderLine> lines, List<EditedLine> edits) {
        return lines.stream()
                .map(line -> {
                    OrderLine before = state().ordered().lines().get(line.lineId());
                    String note = edits.stream()
                            .filter(edit -> line.lineId().equals(edit.lineId()) && edit.note() != null)
                            .map(EditedLine::note)
                            .findFirst()
                            .orElse(before == null ? null : before.note());
                    return note == null ? line : line.noted(note);
                })
                .toList();
    }

    /**
     * The share of the order's discount grows and shrinks with its line; a discount that is given anew is the line's
     * own.
     */
    private List<OrderLine> shared(List<OrderLine> lines, List<EditedLine> edits) {
        return lines.stream()
                .map(line -> {
                    OrderLine before = state().ordered().lines().get(line.lineId());
                    boolean own = edits.stream()
                            .anyMatch(edit -> line.lineId().equals(edit.lineId()) && edit.discount() != null);
                    return before == null || own
                            ? line
                            : line.sharing(
                                    Split.portion(before.orderDiscount(), 0, line.quantity(), before.quantity()));
                })
                .toList();
    }

    private static LineRequest request(OrderLine line, int quantity) {
        return new LineRequest(
                line.sku(),
                line.name(),
                quantity,
                line.unitPrice(),
                Split.portion(line.discount(), 0, quantity, line.quantity()),
                line.taxRate(),
                line.priceIncludesTax());
    }

    private @Nullable ShippingRequest shipping() {
        Shipping way = state().ordered().shipping();
        return way == null
                ? null
                : new ShippingRequest(way.method(), way.price(), way.taxRate(), way.priceIncludesTax());
    }

    private OrderState state() {
        return order.state();
    }
}
