package io.ordertrail.axon.serialization;

import io.ordertrail.api.Contract;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.stock.StockEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One event of every type, with every field filled, as it was stored: {@code src/test/resources/golden} holds it in
 * each revision ever released. The file's name is {@code type@revision.json}.
 */
final class Samples {

    static final Path GOLDEN = Path.of("src/test/resources/golden");

    private Samples() {}

    /** The types of the events of every subject. */
    static List<Class<?>> types() {
        return List.<Class<?>>of(
                        OrderEvent.class,
                        AccountEvent.class,
                        TransferEvent.class,
                        StockEvent.class,
                        PaymentEvent.class,
                        ShipmentEvent.class,
                        ReturnEvent.class,
                        CustomerEvent.class,
                        ProcessEvent.class)
                .stream()
                .<Class<?>>flatMap(Contract::types)
                .toList();
    }

    /** The file of an event of {@code type} in its present revision. */
    static Path file(Class<?> type) {
        Named named = Contract.named(type);
        return GOLDEN.resolve(named.value() + "@" + named.revision() + ".json");
    }

    static String stored(Path golden) {
        try {
            return Files.readString(golden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
