package io.ordertrail.api.order;

import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.ShippingRequest;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What has a price: lines and how they travel, all in one currency (rule O1). */
public interface Goods extends CrossChecked {

    CurrencyUnit currency();

    List<LineRequest> lines();

    @Nullable
    ShippingRequest shipping();

    /** Off all lines together, beside the discount of each; null where there is none. */
    @Nullable
    Money discount();

    @Override
    default Stream<Fault> crossFaults() {
        return GoodsCheck.faults(this);
    }
}
