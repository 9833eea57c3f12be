package io.ordertrail.app.payment;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.payment.PaymentRefusal.ProviderNotFound;
import io.ordertrail.app.http.input.RawBody;
import io.ordertrail.app.http.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Accepts only a provider that signs with its secret, before anything of the body is read. The secret is
 * {@code ordertrail.payment.webhooks.<provider in lower case>.secret}; a provider without one has no webhooks.
 */
@Component
@ConditionalOnWebApplication
final class WebhookGate implements HandlerInterceptor, WebMvcConfigurer {

    static final String SIGNATURE = "Ordertrail-Signature";

    private static final Pattern NAME = Pattern.compile("[A-Z0-9_]{1,32}");

    private final Environment settings;
    private final Clock clock;

    WebhookGate(Environment settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PaymentPaths.PROVIDERS + "/*/webhooks");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String provider = provider(request);
        String secret = secret(provider).orElseThrow(() -> new Refused(new ProviderNotFound(provider)));
        Optional<Signature> signature =
                Optional.ofNullable(request.getHeader(SIGNATURE)).flatMap(Signature::parse);
        if (signature.isEmpty() || !signature.get().isOf(RawBody.of(request), secret, clock.instant())) {
            throw Rejected.unauthorized("The header " + SIGNATURE + " is missing, wrong or too old.");
        }
        return true;
    }

    private Optional<String> secret(String provider) {
        if (!NAME.matcher(provider).matches()) {
            return Optional.empty();
        }
        String key = provider.toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.ofNullable(settings.getProperty("ordertrail.payment.webhooks." + key + ".secret"))
                .filter(secret -> !secret.isBlank());
    }

    private static String provider(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> path ? String.valueOf(path.get("provider")) : "";
    }
}
