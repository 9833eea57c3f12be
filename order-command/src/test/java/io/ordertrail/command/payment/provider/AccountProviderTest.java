package io.ordertrail.command.payment.provider;

import static io.ordertrail.command.payment.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.account.AccountCommand.CaptureHold;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountCommand.ReleaseHold;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.NothingToCapture;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.payment.provider.ProviderAnswer.Failed;
import io.ordertrail.command.payment.provider.ProviderAnswer.Succeeded;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a payment from a balance asks of the account. */
class AccountProviderTest {

    private static final String ACCOUNT = AccountId.of("an account");

    private final List<CommandMessage<?>> sent = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private Object happened = new FundsHeld(ACCOUNT, PAYMENT, eur("40"), ORDER, NOW);
    private final AccountProvider provider = new AccountProvider(this::dispatch, this::eventOf);

    private Object eventOf(Receipt receipt) {
        assertThat(receipt).isEqualTo(Receipt.of(ACCOUNT, 3));
        return happened;
    }

    private Dispatch dispatch() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        for (Class<?> type : List.of(HoldFunds.class, CaptureHold.class, ReleaseHold.class, Deposit.class)) {
            bus.subscribe(type.getName(), command -> {
                sent.add(command);
                if (failure != null) {
                    throw failure;
                }
                return Receipt.of(ACCOUNT, 3);
            });
        }
        return new Dispatch(bus, SimpleQueryBus.builder().build());
    }

    private static ProviderRequest request(PaymentOperation operation) {
        return new ProviderRequest(
                key(operation, 1),
                operation,
                PAYMENT,
                ORDER,
                CUSTOMER,
                PaymentChoice.account(ACCOUNT),
                eur("40"),
                null);
    }

    @Test
    void an_authorisation_is_a_hold_that_has_the_payments_name() {
        assertThat(provider.authorize(request(PaymentOperation.AUTHORIZE))).isEqualTo(new Succeeded(null));
        assertThat(sent.get(0).getPayload())
                .isEqualTo(new HoldFunds(ACCOUNT, PAYMENT, eur("40"), ORDER, CUSTOMER, null));
        assertThat(sent.get(0).getMetaData()).containsEntry(MetaKeys.ROLES, "SERVICE");
    }

    /** However often it is asked, and whatever was paid in since: the receipt is of what happened the first time. */
    @Test
    void bug_3_7_failed_is_for_ever() {
        happened = new HoldRefused(
                ACCOUNT, PAYMENT, eur("40"), ORDER, "INSUFFICIENT_FUNDS", "EUR 3.00 is available, not EUR 40.00.", NOW);
        Failed no = new Failed("EUR 3.00 is available, not EUR 40.00.");
        assertThat(provider.authorize(request(PaymentOperation.AUTHORIZE))).isEqualTo(no);
        assertThat(provider.lookup(request(PaymentOperation.AUTHORIZE))).contains(no);
    }

    @Test
    void a_capture_takes_of_the_hold_under_the_requests_key() {
        provider.capture(request(PaymentOperation.CAPTURE));
        assertThat(sent.get(0).getPayload()).isEqualTo(new CaptureHold(ACCOUNT, PAYMENT, capture(1), eur("40"), null));
    }

    @Test
    void a_void_releases_the_hold() {
        provider.voidAuthorization(request(PaymentOperation.VOID));
        assertThat(sent.get(0).getPayload()).isEqualTo(new ReleaseHold(ACCOUNT, PAYMENT, null, null));
    }

    @Test
    void a_refund_is_a_deposit_under_the_requests_key() {
        provider.refund(request(PaymentOperation.REFUND));
        assertThat(sent.get(0).getPayload())
                .isEqualTo(new Deposit(
                        ACCOUNT,
                        key(PaymentOperation.REFUND, 1),
                        MovementKind.REFUND,
                        eur("40"),
                        PAYMENT,
                        ORDER,
                        null));
    }

    @Test
    void A4_a_look_up_is_the_very_same_command() {
        for (PaymentOperation operation : EnumSet.complementOf(EnumSet.of(PaymentOperation.UNKNOWN))) {
            sent.clear();
            provider.lookup(request(operation));
            switch (operation) {
                case AUTHORIZE -> provider.authorize(request(operation));
                case CAPTURE -> provider.capture(request(operation));
                case VOID -> provider.voidAuthorization(request(operation));
                case REFUND -> provider.refund(request(operation));
            }
            assertThat(sent.get(0).getPayload()).isEqualTo(sent.get(1).getPayload());
            assertThat(sent.get(0).getMetaData()).isEqualTo(sent.get(1).getMetaData());
        }
    }

    @Test
    void the_accounts_no_is_a_no() {
        failure = new Refused(new NothingToCapture());
        assertThat(provider.capture(request(PaymentOperation.CAPTURE)))
                .isEqualTo(new Failed(new NothingToCapture().detail()));
    }

    @Test
    void whatever_else_goes_wrong_is_no_answer() {
        failure = new IllegalStateException("Broken");
        assertThatThrownBy(() -> provider.capture(request(PaymentOperation.CAPTURE)))
                .isSameAs(failure);
    }

    @Test
    void it_takes_an_account_and_nothing_else() {
        assertThat(provider.takes(PaymentChoice.account(ACCOUNT))).isTrue();
        assertThat(provider.takes(PaymentChoice.account("account-1"))).isFalse();
        assertThat(provider.takes(new PaymentChoice("ACCOUNT", null, "ok"))).isFalse();
        assertThat(provider.takes(new PaymentChoice("ACCOUNT", ACCOUNT, "ok"))).isFalse();
    }
}
