package io.ordertrail.app;

import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentStatus;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.api.shipment.ShipmentView.FailedAttempt;
import io.ordertrail.api.shipment.ShipmentView.Tracked;
import java.time.Instant;
import java.util.List;

/** Answers about shipments and returns in which every field is there. */
final class SampleGoods {

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03.123456Z");

    private SampleGoods() {}

    static ShipmentView shipment(List<ShipmentCommand> commands) {
        CreateShipment created = (CreateShipment) commands.get(0);
        return new ShipmentView(
                created.shipmentId(),
                created.orderId(),
                commands.size() - 1,
                ShipmentStatus.DISPATCHED,
                created.lines(),
                "DHL",
                "00340434161094015902",
                List.of(new Tracked("IN_TRANSIT", "Leipzig", THEN)),
                List.of(new FailedAttempt("Nobody at home", THEN)),
                null,
                created.at(),
                THEN,
                THEN,
                THEN,
                THEN,
                THEN);
    }

    static ReturnView returned(List<ReturnCommand> commands) {
        OpenReturn opened = (OpenReturn) commands.get(0);
        ReturnLine line = opened.lines().get(0);
        return new ReturnView(
                opened.returnId(),
                opened.orderId(),
                commands.size() - 1,
                RmaStatus.INSPECTED,
                List.of(new ReturnView.Line(
                        line.lineId(), line.sku(), line.quantity(), line.worth(), line.reason(), 1, 1, 0, 0)),
                List.of(new Verdict(line.lineId(), 1, Disposition.RESTOCK, null)),
                line.worth(),
                null,
                null,
                null,
                null,
                null,
                opened.creditAccountId(),
                null,
                THEN,
                opened.at(),
                THEN,
                THEN,
                THEN,
                null,
                null,
                THEN);
    }
}
