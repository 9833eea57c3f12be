package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockCommand.AdjustStock;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.model.kernel.Faults;

/** Whether a command means anything, whatever state the item is in; refused with an {@code InvalidRequest} where it does not. */
final class StockValidation {

    /** The most units that one command moves. */
    static final long MAX_QUANTITY = 1_000_000_000;

    private StockValidation() {}

    static void check(RegisterStockItem command) {
        Faults faults = new Faults();
        faults.text(command.sku(), "/sku", Faults.MAX_SKU).text(command.name(), "/name", Faults.MAX_NAME);
        faults.unless(
                StockItemId.of(String.valueOf(command.sku())).equals(command.itemId()),
                "/sku",
                "MALFORMED",
                "The item's id is not that of its SKU.");
        faults.unless(
                command.sku() == null || !command.sku().matches("\\.+"),
                "/sku",
                "MALFORMED",
                "A SKU has more than dots: no address could end with it.");
        count(faults, command.safety(), "/safety");
        count(faults, command.backorderLimit(), "/backorderLimit");
        count(faults, command.reorderPoint(), "/reorderPoint");
        faults.refuseIfAny();
    }

    static void check(ReceiveStock command) {
        quantity(new Faults(), command.quantity())
                .optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(AdjustStock command) {
        new Faults()
                .unless(
                        command.quantity() != 0
                                && command.quantity() >= -MAX_QUANTITY
                                && command.quantity() <= MAX_QUANTITY,
                        "/quantity",
                        "OUT_OF_RANGE",
                        "A difference lies between −" + MAX_QUANTITY + " and " + MAX_QUANTITY + " and is not 0.")
                .text(command.reason(), "/reason", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(SetReservation command) {
        Faults faults = line(new Faults(), command.orderId(), command.lineId())
                .unless(command.number() >= 1, "/number", "OUT_OF_RANGE", "Asks are counted from 1.");
        count(faults, command.quantity(), "/quantity");
        count(faults, command.left(), "/left");
        faults.refuseIfAny();
    }

    static void check(DispatchStock command) {
        Faults faults = line(new Faults(), command.orderId(), command.lineId());
        quantity(faults, command.quantity())
                .text(command.shipmentId(), "/shipmentId", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(ReturnStock command) {
        Faults faults = line(new Faults(), command.orderId(), command.lineId());
        quantity(faults, command.quantity())
                .text(command.returnId(), "/returnId", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    private static Faults line(Faults faults, String orderId, String lineId) {
        return faults.text(orderId, "/orderId", Faults.MAX_REFERENCE).text(lineId, "/lineId", Faults.MAX_REFERENCE);
    }

    private static Faults quantity(Faults faults, long quantity) {
        return faults.unless(
                quantity >= 1 && quantity <= MAX_QUANTITY,
                "/quantity",
                "OUT_OF_RANGE",
                "A quantity lies between 1 and " + MAX_QUANTITY + ".");
    }

    private static void count(Faults faults, long units, String pointer) {
        faults.unless(
                units >= 0 && units <= MAX_QUANTITY,
                pointer,
                "OUT_OF_RANGE",
                pointer.substring(1) + " lies between 0 and " + MAX_QUANTITY + ".");
    }
}
