package io.ordertrail.command.payment.provider;

import static io.ordertrail.command.payment.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.OrderCommandNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process ends in the middle of a call of a provider; the next one finds out what became of it. */
class ProviderCrashIT {

    private static final String ORDER = OrderId.of("crash");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path dataDir = Files.createTempDirectory(Path.of("target"), "crash");

    ProviderCrashIT() throws IOException {}

    @Test
    void I7_what_the_provider_had_done_is_not_done_again() {
        String payment = crashDuringCall(MoodyProvider.HANGING);
        assertThat(MoodyProvider.effects(payment)).isOne();
        authorizedAfterRestart(payment);
        assertThat(MoodyProvider.calls(payment)).isOne();
        assertThat(MoodyProvider.effects(payment)).isOne();
    }

    @Test
    void I7_what_the_provider_had_not_done_is_done_once() {
        String payment = crashDuringCall(MoodyProvider.HANGING_BEFORE);
        assertThat(MoodyProvider.effects(payment)).isZero();
        authorizedAfterRestart(payment);
        assertThat(MoodyProvider.lookUps(payment)).isPositive();
        assertThat(MoodyProvider.effects(payment)).isOne();
    }

    private String crashDuringCall(String mood) {
        String payment = OrderId.payment(ORDER, mood);
        try (ConfigurableApplicationContext node = start()) {
            node.getBean(Dispatch.class)
                    .send(
                            new InitiatePayment(
                                    payment,
                                    ORDER,
                                    "c-1042",
                                    new PaymentChoice(MoodyProvider.NAME, null, mood),
                                    eur("100")),
                            MetaData.with(MetaKeys.ROLES, "SERVICE"),
                            Receipt.class);
            await().atMost(PATIENCE).until(() -> MoodyProvider.calls(payment) == 1);
        }
        return payment;
    }

    private void authorizedAfterRestart(String payment) {
        try (ConfigurableApplicationContext node = start()) {
            JdbcClient jdbc = node.getBean(JdbcClient.class);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(jdbc.sql(
                                            "select payload_type from domain_event where aggregate_id = ? order by sequence_number")
                                    .param(payment)
                                    .query(String.class)
                                    .list())
                            .containsExactly(
                                    "payment.PaymentInitiated",
                                    "payment.PaymentAuthorizationRequested",
                                    "payment.PaymentAuthorized"));
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(OrderCommandNode.class, MoodyProvider.Beans.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.name=order-command",
                        "--ordertrail.data-dir=" + dataDir,
                        "--spring.main.keep-alive=false",
                        "--db-scheduler.polling-interval=100ms",
                        // Longer than the call is let run before the process ends.
                        "--ordertrail.payment.provider-timeout=3s");
    }
}
