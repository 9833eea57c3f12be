package io.ordertrail.command.stock;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.stock.Movement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;

/**
 * Registers SKUs, and counts what leaves and comes back: makes sure that no name is given and no movement counted
 * twice.
 */
final class StockHandler {

    private final StockItemRepository items;
    private final StockNames names;
    private final Clock clock;

    StockHandler(StockItemRepository items, StockNames names, Clock clock) {
        this.items = items;
        this.names = names;
        this.clock = clock;
    }

    @CommandHandler
    Receipt handle(RegisterStockItem command, CommandMessage<?> message) throws Exception {
        Optional<Aggregate<StockItem>> item = items.find(command.itemId());
        if (item.isPresent()) {
            return decide(item.get(), message, known -> known.keepAs(command, clock));
        }
        Number expected = (Number) message.getMetaData().get(MetaKeys.EXPECTED_VERSION);
        if (expected != null && expected.longValue() != MetaKeys.NONE_YET) {
            throw new Refused(new NotTracked(command.sku()));
        }
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);
        names.claim(command.sku());
        return items.newInstance(() -> StockItem.register(registered(command, at)))
                .invoke(StockItem::receipt);
    }

    @CommandHandler
    Receipt handle(DispatchStock command, CommandMessage<?> message) {
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);
        return once(Movement.of(command), command, message, item -> item.dispatch(command, at));
    }

    @CommandHandler
    Receipt handle(ReturnStock command, CommandMessage<?> message) {
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);
        return once(Movement.of(command), command, message, item -> item.restock(command, at));
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
