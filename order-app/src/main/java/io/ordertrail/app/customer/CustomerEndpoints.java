package io.ordertrail.app.customer;

import io.ordertrail.api.customer.CustomerCommand;
import io.ordertrail.api.customer.CustomerCommand.EraseCustomer;
import io.ordertrail.api.customer.CustomerCommand.LiftLegalHold;
import io.ordertrail.api.customer.CustomerCommand.PlaceLegalHold;
import io.ordertrail.api.customer.CustomerCommand.WithdrawErasure;
import io.ordertrail.api.customer.CustomerQuery.GetCustomer;
import io.ordertrail.api.customer.CustomerQuery.GetPersonalData;
import io.ordertrail.api.customer.CustomerRefusal.NotErased;
import io.ordertrail.api.customer.CustomerView;
import io.ordertrail.api.customer.CustomerView.State;
import io.ordertrail.api.customer.PersonalDataPage;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.app.customer.CustomerRequests.ErasureRequest;
import io.ordertrail.app.customer.CustomerRequests.ErasureWithdrawal;
import io.ordertrail.app.customer.CustomerRequests.LegalHold;
import io.ordertrail.app.customer.CustomerRequests.LegalHoldLift;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.Commands;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Answers;
import io.ordertrail.app.http.openapi.OwnData;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** What is kept of a customer, and how it is forgotten. */
@RestController
@RequestMapping(path = CustomerEndpoints.CUSTOMER, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class CustomerEndpoints {

    static final String CUSTOMER = OrderPaths.API + "/customers/{customerId}";

    private final Dispatch dispatch;
    private final Commands commands;
    private final Certificates certificates;

    CustomerEndpoints(Dispatch dispatch, Commands commands, Certificates certificates) {
        this.dispatch = dispatch;
        this.commands = commands;
        this.certificates = certificates;
    }

    @GetMapping
    @Operation(operationId = "getCustomer", summary = "Read whether a customer's personal data is kept")
    ResponseEntity<CustomerView> get(@PathVariable String customerId, ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new GetCustomer(customerId), read.context(), CustomerView.class));
    }

    @GetMapping("/personal-data")
    @Operation(
            operationId = "getPersonalData",
            summary = "Read the personal data of a customer, order by order",
            description =
                    "The customer themselves is not told what the shop wrote for itself (complete: false). A formal"
                            + " request for access is answered by somebody of the shop, who is told all")
    @OwnData
    ResponseEntity<PersonalDataPage> personalData(
            @PathVariable String customerId, @QueryString PageQuery query, ReadRequest read) {
        PageQuery page = query.checked();
        GetPersonalData asked = new GetPersonalData(customerId, page.size(), page.after());
        return ResponseEntity.ok(dispatch.ask(asked, read.context(), PersonalDataPage.class));
    }

    @PostMapping(path = "/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "eraseCustomer",
            summary = "Forget a customer for ever",
            description = "202: no more orders are placed, and the data goes in a moment")
    @Answers(HttpStatus.ACCEPTED)
    ResponseEntity<CustomerView> erase(
            @PathVariable String customerId, @RequestBody ErasureRequest body, WriteRequest write) {
        return change(new EraseCustomer(customerId, body.reason()), write)
                .accepted(OrderPaths.API + "/customers/"
                        + UriUtils.encodePathSegment(customerId, StandardCharsets.UTF_8) + "/erasure");
    }

    @GetMapping("/erasure")
    @Operation(
            operationId = "getErasure",
            summary = "Read the certificate of an erasure",
            description = "404 until the data is gone")
    ResponseEntity<ErasureCertificate> erasure(@PathVariable String customerId, ReadRequest read) {
        CustomerView customer = dispatch.ask(new GetCustomer(customerId), read.context(), CustomerView.class);
        if (customer.state() != State.ERASED) {
            throw new Refused(new NotErased(customerId));
        }
        return ResponseEntity.ok(certificates.of(customer));
    }

    @PostMapping(path = "/erasure/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "withdrawErasure", summary = "Call off an erasure that is not finished")
    ResponseEntity<CustomerView> withdraw(
            @PathVariable String customerId, @RequestBody ErasureWithdrawal body, WriteRequest write) {
        return change(new WithdrawErasure(customerId, body.reason()), write).ok();
    }

    @PostMapping(path = "/legal-hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "placeLegalHold", summary = "Forbid the erasure of a customer")
    ResponseEntity<CustomerView> hold(
            @PathVariable String customerId, @RequestBody LegalHold body, WriteRequest write) {
        return change(new PlaceLegalHold(customerId, body.reason()), write).ok();
    }

    @PostMapping(path = "/legal-hold/lift", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "liftLegalHold", summary = "Allow the erasure of a customer again")
    ResponseEntity<CustomerView> lift(
            @PathVariable String customerId, @RequestBody LegalHoldLift body, WriteRequest write) {
        return change(new LiftLegalHold(customerId, body.reason()), write).ok();
    }

    private ChangeAnswer<CustomerView> change(CustomerCommand command, WriteRequest write) {
        GetCustomer asked = new GetCustomer(command.customerId());
        Receipt receipt = commands.send(
                command,
                write.changing(() ->
                        dispatch.ask(asked, write.asking(), CustomerView.class).version()));
        CustomerView now = dispatch.ask(asked, write.asking(), CustomerView.class);
        return new ChangeAnswer<>(now, receipt.version(), receipt.replayed());
    }
}
