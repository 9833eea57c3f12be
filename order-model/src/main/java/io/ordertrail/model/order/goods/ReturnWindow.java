package io.ordertrail.model.order.goods;

import java.time.Duration;
import java.time.Instant;

/** Rule R2: how long after its delivery a line may be asked back without a supervisor's word. */
public record ReturnWindow(Duration length) {

    /** The last moment for what was delivered at {@code delivery}. */
    public Instant until(Instant delivery) {
        return delivery.plus(length);
    }
}
