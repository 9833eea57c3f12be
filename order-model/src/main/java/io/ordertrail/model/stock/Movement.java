package io.ordertrail.model.stock;

import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import java.util.Optional;

/**
 * Units of a line that left in a shipment or came back in a return. It happens once, whoever says it how often.
 *
 * @param kind as a unique name
 * @param cause the shipment or the return
 */
public record Movement(String kind, String cause, String lineId) {

    /** As a unique name: what left. */
    public static final String DISPATCH = "dispatch";

    /** As a unique name: what came back. */
    public static final String RETURN = "restock";

    public static Movement of(DispatchStock command) {
        return new Movement(DISPATCH, command.shipmentId(), command.lineId());
    }

    public static Movement of(ReturnStock command) {
        return new Movement(RETURN, command.returnId(), command.lineId());
    }

    public static Movement of(StockDispatched event) {
        return new Movement(DISPATCH, event.shipmentId(), event.lineId());
    }

    public static Movement of(StockReturned event) {
        return new Movement(RETURN, event.returnId(), event.lineId());
    }

    /** The movement that {@code event} tells of, if it does. */
    public static Optional<Movement> in(StockEvent event) {
        if (event instanceof StockDispatched dispatched) {
            return Optional.of(of(dispatched));
        }
        return event instanceof StockReturned returned ? Optional.of(of(returned)) : Optional.empty();
    }

    /** As a unique name of its kind. */
    public String name() {
        return cause + "/" + lineId;
    }

    /** Among movements of both kinds. */
    public String key() {
        return kind + " " + name();
    }
}
