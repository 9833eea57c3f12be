package io.ordertrail.app;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * The web half of the service, configured as {@code META-INF/spring/io.ordertrail.app.Doorway.imports} lists. Not a
 * {@code @Configuration}, so that the service's own component scan passes it by.
 */
@ComponentScan({
    "io.ordertrail.app.access",
    "io.ordertrail.app.audit",
    "io.ordertrail.app.capsule",
    "io.ordertrail.app.deadletter",
    "io.ordertrail.app.http",
    "io.ordertrail.app.keys",
    "io.ordertrail.app.live",
    "io.ordertrail.app.moment",
    "io.ordertrail.app.explanation",
    "io.ordertrail.app.order",
    "io.ordertrail.app.customer",
    "io.ordertrail.app.shipment",
    "io.ordertrail.app.payment",
    "io.ordertrail.app.returns",
    "io.ordertrail.app.stock",
    "io.ordertrail.app.attention",
    "io.ordertrail.app.report",
    "io.ordertrail.app.process",
    "io.ordertrail.app.projection"
})
@ImportAutoConfiguration
final class Doorway {}
