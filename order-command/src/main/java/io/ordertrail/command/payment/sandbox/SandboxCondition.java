package io.ordertrail.command.payment.sandbox;

import java.net.InetAddress;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether anybody may pay with a token: where {@code ordertrail.payment.sandbox.enabled} says so and, where it says
 * nothing, on a service that listens to its own machine only.
 */
final class SandboxCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    static boolean isOn(Environment settings) {
        Boolean named = settings.getProperty("ordertrail.payment.sandbox.enabled", Boolean.class);
        if (named != null) {
            return named;
        }
        InetAddress address = settings.getProperty("server.address", InetAddress.class);
        return address != null && address.isLoopbackAddress();
    }
}
