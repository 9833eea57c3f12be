package io.ordertrail.command.stock;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.ReleaseReservation;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.axon.Correlation;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.BusinessTime;
import io.ordertrail.command.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;

/**
 * Where SKUs are registered, goods leave and come back, and promises are taken back: sees to it that no name is given, no
 * movement counted and nothing released twice.
 */
final class StockDesk {

    private final StockItemRepository items;
    private final StockNames names;
    private final Clock clock;

    StockDesk(StockItemRepository items, StockNames names, Clock clock) {
        this.items = items;
        this.names = names;
        this.clock = clock;
    }

    @CommandHandler
    Receipt handle(RegisterStockItem command, CommandMessage<?> message) throws Exception {
        StockRules.isMovedByTheShop(Caller.of(message.getMetaData()));
        WellFormed.check(command);
        Optional<Aggregate<StockItem>> item = items.find(command.itemId());
        if (item.isPresent()) {
            return decide(item.get(), message, known -> known.keepAs(command, clock));
        }
        if (message.getMetaData().containsKey(MetaKeys.EXPECTED_VERSION)) {
            throw new Refused(new NotTracked(command.sku()));
        }
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);
        names.claim(command.sku());
        return items.newInstance(() -> StockItem.register(registered(command, at)))
                .invoke(StockItem::receipt);
    }

    @CommandHandler
    Receipt handle(DispatchStock command, CommandMessage<?> message) {
        StockRules.isMovedByTheShop(Caller.of(message.getMetaData()));
        WellFormed.check(command);
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);
        return once(Movement.of(command), command, message, item -> item.dispatch(command, at));
    }

    @CommandHandler
    Receipt handle(ReturnStock command, CommandMessage<?> message) {
        StockRules.isMovedByTheShop(Caller.of(message.getMetaData()));
        WellFormed.check(command);
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);
        return once(Movement.of(command), command, message, item -> item.restock(command, at));
    }

    /** Some units of a promise may be released once more by another command, so each command does it once, for ever. */
    @CommandHandler
    Receipt handle(ReleaseReservation command, CommandMessage<?> message) {
        StockRules.isMovedByTheShop(Caller.of(message.getMetaData()));
        WellFormed.check(command);
        return decide(
                items.load(command.itemId()),
                message,
                item -> command.quantity() != null && names.wasReleased(Correlation.idOf(message), command.itemId())
                        ? item.unchanged()
                        : item.release(command, clock));
    }

    private Receipt once(
            Movement movement, StockCommand command, CommandMessage<?> message, Function<StockItem, Receipt> decision) {
        return decide(
                items.load(command.itemId()),
                message,
                item -> item.remembers(movement) || names.wasCounted(movement, command.itemId())
                        ? item.unchanged()
                        : decision.apply(item));
    }

    private static Receipt decide(
            Aggregate<StockItem> item, CommandMessage<?> message, Function<StockItem, Receipt> decision) {
        return item.invoke(known -> known.before(message).orElseGet(() -> decision.apply(known)));
    }

    private static StockItemRegistered registered(RegisterStockItem command, Instant at) {
        return new StockItemRegistered(
                command.itemId(),
                command.sku(),
                StockItemId.MAIN,
                command.name(),
                command.safety(),
                command.backorderLimit(),
                command.reorderPoint(),
                at);
    }
}
