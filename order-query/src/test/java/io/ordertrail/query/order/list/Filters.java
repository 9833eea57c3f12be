package io.ordertrail.query.order.list;

import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Says what a filter of orders asks for; of the rest it asks nothing. */
public final class Filters {

    private List<OrderLifecycle> status = List.of();
    private List<PaymentStatus> paymentStatus = List.of();
    private List<FulfilmentStatus> fulfilmentStatus = List.of();
    private List<ReturnStatus> returnStatus = List.of();
    private List<DisplayStatus> displayStatus = List.of();
    private List<String> customerId = List.of();
    private List<String> number = List.of();
    private List<String> externalRef = List.of();
    private List<String> channel = List.of();
    private List<String> sku = List.of();
    private List<CurrencyUnit> currency = List.of();
    private @Nullable Instant createdFrom;
    private @Nullable Instant createdTo;
    private @Nullable Instant updatedFrom;
    private @Nullable Instant updatedTo;
    private @Nullable BigDecimal totalMin;
    private @Nullable BigDecimal totalMax;
    private @Nullable Boolean hold;
    private final Map<String, List<String>> metadata = new HashMap<>();
    private @Nullable String q;

    public Filters status(OrderLifecycle... values) {
        status = List.of(values);
        return this;
    }

    public Filters paymentStatus(PaymentStatus... values) {
        paymentStatus = List.of(values);
        return this;
    }

    public Filters fulfilmentStatus(FulfilmentStatus... values) {
        fulfilmentStatus = List.of(values);
        return this;
    }

    public Filters returnStatus(ReturnStatus... values) {
        returnStatus = List.of(values);
        return this;
    }

    public Filters displayStatus(DisplayStatus... values) {
        displayStatus = List.of(values);
        return this;
    }

    public Filters customerId(String... values) {
        customerId = List.of(values);
        return this;
    }

    public Filters number(String... values) {
        number = List.of(values);
        return this;
    }

    public Filters externalRef(String... values) {
        externalRef = List.of(values);
        return this;
    }

    public Filters channel(String... values) {
        channel = List.of(values);
        return this;
    }

    public Filters sku(String... values) {
        sku = List.of(values);
        return this;
    }

    public Filters currency(String... codes) {
        currency = Stream.of(codes).map(CurrencyUnit::of).toList();
        return this;
    }

    public Filters created(@Nullable Instant from, @Nullable Instant to) {
        createdFrom = from;
        createdTo = to;
        return this;
    }

    public Filters updated(@Nullable Instant from, @Nullable Instant to) {
        updatedFrom = from;
        updatedTo = to;
        return this;
    }

    public Filters total(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        totalMin = min;
        totalMax = max;
        return this;
    }

    public Filters metadata(String name, String... values) {
        metadata.put(name, List.of(values));
        return this;
    }

    public Filters hold(boolean wanted) {
        hold = wanted;
        return this;
    }

    public Filters q(String piece) {
        q = piece;
        return this;
    }

    public Filter filter() {
        return new Filter(
                status,
                paymentStatus,
                fulfilmentStatus,
                returnStatus,
                displayStatus,
                customerId,
                number,
                externalRef,
                channel,
                sku,
                currency,
                createdFrom,
                createdTo,
                updatedFrom,
                updatedTo,
                totalMin,
                totalMax,
                hold,
                metadata,
                q);
    }
}
