package io.ordertrail.axon;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.stock.StockEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One event of every type, with every field filled. Each subject has its own. */
public final class Samples {

    static final Instant AT = Instant.parse("2026-11-22T08:14:03.123456Z");

    /** The events of every subject. */
    public static final List<Class<?>> ROOTS = List.of(
            OrderEvent.class,
            AccountEvent.class,
            TransferEvent.class,
            StockEvent.class,
            PaymentEvent.class,
            ShipmentEvent.class,
            ReturnEvent.class,
            ProcessEvent.class);

    private Samples() {}

    public static List<Object> events() {
        return Stream.of(
                        OrderSamples.events(),
                        AccountSamples.events(),
                        TransferSamples.events(),
                        StockSamples.events(),
                        PaymentSamples.events(),
                        ShipmentSamples.events(),
                        ReturnSamples.events(),
                        ProcessSamples.events())
                .<Object>flatMap(List::stream)
                .toList();
    }

    static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
