package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.OrderCommandNode;
import io.ordertrail.command.payment.provider.PaymentProvider;
import io.ordertrail.command.payment.provider.ProviderAnswer.Failed;
import io.ordertrail.command.payment.provider.ProviderRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Payments from a balance, with the account and the worker that there are. */
@SpringBootTest(
        classes = OrderCommandNode.class,
        properties = {"spring.config.name=order-command", "db-scheduler.polling-interval=50ms"})
@DirtiesContext
class AccountPaymentsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OWNER = "c-1042";

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("accountProvider")
    private PaymentProvider provider;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path dataDir = Files.createTempDirectory(Path.of("target"), "account-payments");
        registry.add("ordertrail.data-dir", dataDir::toString);
    }

    @Test
    void bug_3_7_what_an_account_has_refused_it_refuses_for_ever() throws Exception {
        String account = open("poor");
        String order = OrderId.of("poor");
        String payment = pay(order, OWNER, account);
        happens(payment, "payment.PaymentDeclined");
        deposit(account);
        ProviderRequest again = new ProviderRequest(
                PaymentOperation.AUTHORIZE.key(payment, 1),
                PaymentOperation.AUTHORIZE,
                payment,
                order,
                OWNER,
                PaymentChoice.account(account),
                eur("40"),
                null);
        assertThat(provider.lookup(again)).contains(new Failed("EUR 0.00 is available, not EUR 40.00."));
        assertThat(events(account)).doesNotContain("account.FundsHeld");
    }

    @Test
    void an_account_pays_for_its_owner_and_nobody_else() {
        String account = open("rich");
        deposit(account);
        String others = pay(OrderId.of("others"), "c-1", account);
        happens(others, "payment.PaymentDeclined");
        String own = pay(OrderId.of("own"), OWNER, account);
        happens(own, "payment.PaymentAuthorized");
        say(new CapturePayment(own, 1, eur("40")));
        happens(own, "payment.PaymentCaptured");
        assertThat(events(account))
                .containsExactly(
                        "account.AccountCreated",
                        "account.Deposited",
                        "account.HoldRefused",
                        "account.FundsHeld",
                        "account.HoldCaptured");
    }

    private String open(String seed) {
        String account = AccountId.of(seed);
        say(new OpenAccount(account, OWNER, AccountKind.CUSTOMER, CurrencyUnit.EUR, null, null));
        return account;
    }

    private void deposit(String account) {
        say(new Deposit(account, "j-1", MovementKind.CASH, eur("100"), null, null, null));
    }

    private String pay(String order, String customer, String account) {
        String payment = OrderId.payment(order, "1");
        say(new InitiatePayment(payment, order, customer, PaymentChoice.account(account), eur("40")));
        return payment;
    }

    private void say(Object command) {
        dispatch.send(
                command,
                MetaData.with(MetaKeys.ROLES, "SERVICE,SUPERVISOR").and(MetaKeys.ACTOR, "test"),
                Receipt.class);
    }

    private void happens(String stream, String event) {
        await().atMost(PATIENCE).until(() -> events(stream).contains(event));
    }

    private List<String> events(String stream) {
        return jdbc.sql("select payload_type from domain_event where aggregate_id = ? order by sequence_number")
                .param(stream)
                .query(String.class)
                .list();
    }
}
