package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery;
import io.ordertrail.api.verification.VerificationQuery.VerifyChain;
import io.ordertrail.api.verification.VerificationQuery.VerifyViews;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;

/**
 * Sequences that once ended wrong, each sent to one and the same service; what it then holds of money and goods is
 * counted.
 */
@ExtendWith(FaultJourney.OneService.class)
abstract class FaultJourney {

    static FaultShop shop;
    static ApplicationContext context;

    /** Starts it for the first class, and ends it after the last one. */
    static final class OneService implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) {
            InProcess service = test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(FaultJourney.class))
                    .computeIfAbsent(OneService.class, key -> start(), InProcess.class);
            context = service.context();
            shop = new FaultShop(new Shop(service.url(), Contracted.by(service.url())));
        }

        private static InProcess start() {
            return InProcess.start(List.of(
                    "ordertrail.data-dir=" + InProcess.newDataDir(),
                    "ordertrail.payment.lookup-delays=1s",
                    // Whoever tests says it first.
                    "ordertrail.payment.sandbox.late-after=10m",
                    "ordertrail.payment.webhooks.sandbox.secret=" + FrontDoor.WEBHOOK_SECRET));
        }
    }

    @AfterAll
    static void all_books_agree() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Stream.of(new VerifyWrites(), new VerifyViews(), new VerifyChain(List.of()))
                                        .flatMap(query -> checks(query).stream())
                                        .filter(check -> check.breaches() > 0))
                        .isEmpty());
    }

    static List<Verification.Check> checks(VerificationQuery query) {
        return context.getBean(Dispatch.class)
                .ask(query, caller("SERVICE"), Verification.class)
                .checks();
    }

    static RequestContext caller(String role) {
        return new RequestContext("test", List.of(role), "c", "0", null, null);
    }
}
