package io.ordertrail.command.stock;

import io.ordertrail.api.message.Named;
import io.ordertrail.model.kernel.ProcessedCommands;
import io.ordertrail.model.stock.EndedLine;
import io.ordertrail.model.stock.Reservation;
import io.ordertrail.model.stock.Reservations;
import io.ordertrail.model.stock.StockItemState;
import io.ordertrail.model.stock.StockPolicy;
import java.time.Instant;
import java.util.List;

/** A {@link StockItemState} in a stored shape. A change needs a new revision; older ones are left unread. */
@Named("stock.snapshot")
record StockItemSnapshot(
        String itemId,
        String sku,
        StockPolicy policy,
        Instant registeredAt,
        long onHand,
        List<Reservation> reservations,
        List<EndedLine> ended,
        ProcessedCommands commands,
        ProcessedCommands movements) {

    static StockItemSnapshot of(String itemId, StockItemState state) {
        return new StockItemSnapshot(
                itemId,
                state.sku(),
                state.policy(),
                state.registeredAt(),
                state.onHand(),
                List.copyOf(state.reservations().all()),
                List.copyOf(state.reservations().ended().all()),
                state.commands(),
                state.movements());
    }

    StockItemState state() {
        return new StockItemState(
                sku, policy, registeredAt, onHand, Reservations.of(reservations, ended), commands, movements);
    }
}
