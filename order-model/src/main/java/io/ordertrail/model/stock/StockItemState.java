package io.ordertrail.model.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.model.kernel.ProcessedCommands;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stock item remembers. Its stream grows for ever, so what is over is forgotten: all but the latest lines of
 * which nothing is kept any more, and all but the latest commands and movements.
 *
 * @param policy how it is kept
 * @param registeredAt before that, it was not kept at all
 * @param commands rule O7: the latest commands
 * @param movements what left and came back lately, each by {@link Movement#key()}
 */
public record StockItemState(
        String sku,
        StockPolicy policy,
        Instant registeredAt,
        long onHand,
        Reservations reservations,
        ProcessedCommands commands,
        ProcessedCommands movements) {

    /** How many commands, and how many movements, are remembered. */
    public static final int REMEMBERED = 200;

    private static final Fold<Step, StockEvent> FOLD = Fold.<Step, StockEvent>over(StockEvent.class)
            .first(StockItemRegistered.class)
            .on(StockPolicyChanged.class, (step, e) -> step.to(step.state.with(StockPolicy.of(e))))
            .on(StockReceived.class, (step, e) -> step.to(step.state.with(step.state.onHand + e.quantity())))
            .on(StockAdjusted.class, (step, e) -> step.to(step.state.with(step.state.onHand + e.quantity())))
            .on(
                    ReservationSet.class,
                    (step, e) ->
                            step.keep(step.state.of(e.orderId(), e.lineId()).after(e, step.version)))
            .on(
                    BackorderFilled.class,
                    (step, e) ->
                            step.keep(step.state.of(e.orderId(), e.lineId()).after(e)))
            .on(StockDispatched.class, Step::left)
            .on(StockReturned.class, Step::came)
            .ignoring(StockShortfallDetected.class)
            .complete();

    public static StockItemState of(StockItemRegistered event) {
        return new StockItemState(
                event.sku(),
                StockPolicy.of(event),
                event.at(),
                0,
                Reservations.NONE,
                ProcessedCommands.latest(REMEMBERED),
                ProcessedCommands.latest(REMEMBERED));
    }

    /** Rule S2; below 0 where fewer are there than are reserved or kept for safety. */
    public long available() {
        return onHand - reservations.reserved() - policy.safety();
    }

    /** Rule S6: how many of those that are reserved are not there. */
    public long missing() {
        return Math.max(0, reservations.reserved() - onHand);
    }

    /** It never refuses: what has happened has happened. */
    public StockItemState evolve(StockEvent event, long version) {
        return FOLD.next(new Step(this, version), event).state;
    }

    /** A state, and the version of the event that comes next. */
    private record Step(StockItemState state, long version) {

        Step keep(Reservation after) {
            return to(state.with(state.onHand, after, version));
        }

        Step left(StockDispatched e) {
            StockItemState fewer = state.with(
                    state.onHand - e.quantity(),
                    state.of(e.orderId(), e.lineId()).after(e),
                    version);
            return to(fewer.remember(Movement.of(e).key(), version));
        }

        Step came(StockReturned e) {
            return to(state.with(state.onHand + e.quantity())
                    .remember(Movement.of(e).key(), version));
        }

        Step to(StockItemState next) {
            return new Step(next, version);
        }
    }

    private Reservation of(String orderId, String lineId) {
        return reservations.of(new LineId(orderId, lineId));
    }

    public StockItemState handled(@Nullable String commandId, long version) {
        return new StockItemState(
                sku, policy, registeredAt, onHand, reservations, commands.with(commandId, version), movements);
    }

    private StockItemState remember(String key, long version) {
        return new StockItemState(
                sku, policy, registeredAt, onHand, reservations, commands, movements.with(key, version));
    }

    private StockItemState with(StockPolicy changed) {
        return new StockItemState(sku, changed, registeredAt, onHand, reservations, commands, movements);
    }

    private StockItemState with(long there) {
        return new StockItemState(sku, policy, registeredAt, there, reservations, commands, movements);
    }

    private StockItemState with(long there, Reservation after, long version) {
        return new StockItemState(
                sku, policy, registeredAt, there, reservations.with(after, version), commands, movements);
    }
}
