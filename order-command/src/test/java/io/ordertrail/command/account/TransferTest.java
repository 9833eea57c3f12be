package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.*;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.TransferCommand.InitiateTransfer;
import io.ordertrail.api.account.TransferCommand.RecordTransferFailed;
import io.ordertrail.api.account.TransferCommand.RecordTransferred;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.api.account.TransferRefusal.TransferEnded;
import io.ordertrail.api.account.TransferRefusal.TransferIdTaken;
import io.ordertrail.api.account.TransferRefusal.TransferToItself;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.Role;
import io.ordertrail.axon.access.AccessControl;
import io.ordertrail.axon.access.AccessTable;
import io.ordertrail.axon.message.CommandAccess;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.RefusedWith;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.order.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class TransferTest {

    private final AggregateTestFixture<Transfer> fixture = new AggregateTestFixture<>(Transfer.class);

    TransferTest() {
        fixture.registerCommandHandlerInterceptor(new CommandAccess(new AccessControl(AccessTable.load())));
        fixture.registerCommandHandlerInterceptor(new CommandValidation());
        fixture.registerInjectableResource(AccountScenario.CLOCK);
        fixture.registerInjectableResource(new CustomerNames(Database.empty()));
        fixture.registerInjectableResource(new AccountOwners(id -> Optional.<Object>of(created())
                .filter(any -> List.of(ACCOUNT, OTHER).contains(id))));
    }

    @Test
    void a_transfer_begins() {
        when("SUPERVISOR", initiate(ACCOUNT, OTHER, "5.00"))
                .expectEvents(initiated())
                .expectResultMessagePayload(Receipt.of(TRANSFER, 0));
    }

    @Test
    void a_transfer_to_the_very_same_account_is_refused() {
        refused(when("SUPERVISOR", initiate(ACCOUNT, ACCOUNT, "5.00")), new TransferToItself(ACCOUNT));
    }

    @Test
    void a_transfer_is_between_accounts_that_there_are() {
        String nobody = AccountId.of("nobody");
        when("SUPERVISOR", initiate(nobody, OTHER, "5.00"))
                .expectException(RefusedWith.faults("/from NO_SUCH_ACCOUNT"));
        when("SUPERVISOR", initiate(ACCOUNT, nobody, "5.00"))
                .expectException(RefusedWith.faults("/to NO_SUCH_ACCOUNT"));
    }

    @Test
    void A2_a_transfer_is_of_more_than_nothing_between_two_accounts() {
        when("SUPERVISOR", initiate("account-1", "me", "0.00"))
                .expectException(RefusedWith.faults("/from MALFORMED", "/to MALFORMED", "/amount ZERO"));
        when("SUPERVISOR", initiate(ACCOUNT, OTHER, "-1.00")).expectException(RefusedWith.faults("/amount NEGATIVE"));
    }

    @Test
    void a_transfer_begins_once() {
        refused(when("SUPERVISOR", initiate(ACCOUNT, OTHER, "5.00"), initiated()), new TransferIdTaken(TRANSFER));
    }

    @Test
    void a_transfer_is_begun_by_staff_and_ended_by_the_service_only() {
        refused(when("", initiate(ACCOUNT, OTHER, "5.00")), MissingRole.of(Role.FINANCE, Role.SUPERVISOR));
        refused(when("SUPERVISOR", new RecordTransferred(TRANSFER), initiated()), MissingRole.of(Role.SERVICE));
        refused(
                when("SUPERVISOR", new RecordTransferFailed(TRANSFER, "X", "x"), initiated()),
                MissingRole.of(Role.SERVICE));
    }

    @Test
    void a_transfer_comes_to_one_end() {
        when("SERVICE", new RecordTransferred(TRANSFER), initiated())
                .expectEvents(new Transferred(TRANSFER, ACCOUNT, NOW));
        when("SERVICE", new RecordTransferFailed(TRANSFER, "X", "x"), initiated())
                .expectEvents(new TransferFailed(TRANSFER, ACCOUNT, "X", "x", NOW));
        refused(
                when(
                        "SERVICE",
                        new RecordTransferred(TRANSFER),
                        initiated(),
                        new TransferFailed(TRANSFER, ACCOUNT, "X", "x", NOW)),
                new TransferEnded(TransferStatus.FAILED));
        refused(
                when(
                        "SERVICE",
                        new RecordTransferFailed(TRANSFER, "X", "x"),
                        initiated(),
                        new Transferred(TRANSFER, ACCOUNT, NOW)),
                new TransferEnded(TransferStatus.COMPLETED));
    }

    @Test
    void the_same_end_again_changes_nothing() {
        when("SERVICE", new RecordTransferred(TRANSFER), initiated(), new Transferred(TRANSFER, ACCOUNT, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Receipt.of(TRANSFER, 1).again());
    }

    private ResultValidator<Transfer> when(String roles, Object command, Object... given) {
        return fixture.given(given).when(command, Map.of(MetaKeys.ROLES, roles));
    }

    private static void refused(ResultValidator<Transfer> result, Refusal refusal) {
        result.expectNoEvents().expectException(RefusedWith.refusal(refusal));
    }

    private static InitiateTransfer initiate(String from, String to, String amount) {
        return new InitiateTransfer(TRANSFER, from, to, eur(amount), "rent", null);
    }

    private static TransferInitiated initiated() {
        return new TransferInitiated(TRANSFER, ACCOUNT, OTHER, eur("5.00"), "rent", NOW);
    }
}
