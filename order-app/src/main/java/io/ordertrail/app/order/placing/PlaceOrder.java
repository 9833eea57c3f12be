package io.ordertrail.app.order.placing;

import io.ordertrail.api.order.OrderCourseCommand;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request that places an order. */
@Becomes(OrderCourseCommand.CreateOrder.class)
public record PlaceOrder(
        @Schema(description = "The shop's own id of the customer")
        String customerId,

        @Schema(description = "ISO 4217; the currency of every amount", example = "EUR")
        String currency,

        @Schema(description = "What must be paid before goods leave; default: AUTH_FIRST") @Nullable
        PaymentTerms paymentTerms,

        @Schema(
                description =
                        "Where the order comes from; default: WEB. IMPORT, an order that was fulfilled elsewhere and asks nothing of"
                                + " stock")
        @Nullable
        String channel,

        @Schema(description = "The shop's own number, unique within its channel") @Nullable
        String externalRef,

        @Schema(description = "1 to 500 lines") List<Line> lines,
        @Nullable ShippingChoice shipping,

        @Schema(
                description =
                        "Taken off all lines together, in addition to the discount of each line; split over them in proportion to their totals,"
                                + " to the cent. At most the total of the lines")
        @Nullable
        Amount discount,

        @Schema(description = "The total that the customer saw; another total is refused") @Nullable
        Amount expectedTotal,

        @Schema(
                description = "Where the goods go; leave it out for downloads and vouchers. A shipment of such an order"
                        + " has no destination; the address can be set later, until goods have left")
        @Nullable
        Address shippingAddress,

        @Nullable Address billingAddress,

        @Schema(description = "How the order is paid at once; without it the order waits for a payment") @Nullable
        Payment payment,

        @Schema(
                description =
                        "The shop's own data on the order: up to 50 names of 1 to 40 letters, digits, dots, dashes or"
                                + " underscores, with values of up to 500 characters. Lists can be filtered by it")
        @Nullable
        Map<String, String> metadata,

        @Schema(description = "When it was placed; default: now") @Nullable
        Instant at) {

    public static io.ordertrail.api.order.value.@Nullable Address toContract(@Nullable Address address) {
        return address == null ? null : address.toContract();
    }

    @Becomes(LineRequest.class)
    record Line(
            String sku,
            String name,

            @Schema(description = "1 to 1,000,000") Integer quantity,

            Amount unitPrice,

            @Schema(description = "Taken off the whole line; default: 0") @Nullable
            Amount discount,

            @Schema(description = "A fraction, 0 to 1, at most 6 decimals", example = "0.19")
            BigDecimal taxRate,

            @Schema(description = "Whether unit price and discount contain the tax")
            Boolean priceIncludesTax) {}

    @Becomes(ShippingRequest.class)
    public record ShippingChoice(
            String method,
            Amount price,
            BigDecimal taxRate,

            @Schema(description = "Whether the price contains the tax; default: whether the price of every line does")
            @Nullable
            Boolean priceIncludesTax) {}

    /** ACCOUNT needs an account, SANDBOX a token; any other provider decides itself what it needs. */
    @Becomes(PaymentChoice.class)
    record Payment(
            @Schema(
                    description =
                            "ACCOUNT: the customer's balance; SANDBOX: for tests; or another" + " provider's name",
                    example = "ACCOUNT")
            String method,

            @Schema(description = "The account that pays: the customer's own, or a gift card") @Nullable
            String accountId,

            @Schema(description = "The provider's token for the payment; never a card number") @Nullable
            String token) {

        PaymentChoice toContract() {
            return new PaymentChoice(method, accountId, token);
        }
    }

    /** {@code country} is ISO 3166-1 alpha-2. */
    @Becomes(io.ordertrail.api.order.value.Address.class)
    public record Address(
            String name,
            String line1,
            @Nullable String line2,
            @Nullable String postalCode,
            String city,
            @Nullable String region,

            @Schema(description = "ISO 3166-1 alpha-2", example = "DE")
            String country,

            @Nullable String company,

            @Schema(description = "One address, without a name", example = "a.turing@example.org") @Nullable
            String email,

            @Schema(example = "+49 30 901820") @Nullable String phone) {

        private io.ordertrail.api.order.value.Address toContract() {
            return new io.ordertrail.api.order.value.Address(
                    name, line1, line2, postalCode, city, region, country, company, email, phone);
        }
    }
}
