package io.ordertrail.app.order.editing;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.OrderCourseCommand;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Becomes;
import io.ordertrail.app.order.placing.PlaceOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The body of a request that proposes an edit. */
@Becomes(OrderCourseCommand.ProposeEdit.class)
record EditRequest(
        @Schema(
                description =
                        "The lines that change; other lines stay as they are. May be empty if the shipping changes")
        List<Line> lines,

        @Schema(description = "The new shipping and its price; default: unchanged. Must have priceIncludesTax")
        PlaceOrder.@Nullable ShippingChoice shipping,

        @Nullable String reason,
        @Nullable Instant at) {

    /**
     * An existing line, by its id: its quantity, price, discount and note may change. Or a new line: then everything
     * but discount and note is required.
     */
    @Becomes(EditedLine.class)
    record Line(
            @Schema(description = "The line to change") @Nullable
            String lineId,

            @Schema(description = "The new quantity; 0 removes the line")
            Integer quantity,

            @Schema(description = "For a new line") @Nullable
            String sku,

            @Schema(description = "For a new line") @Nullable
            String name,

            @Schema(description = "Price of one unit; default for an existing line: unchanged") @Nullable
            Amount unitPrice,

            @Schema(description = "Taken off the whole line; default for an existing line: unchanged") @Nullable
            Amount discount,

            @Schema(description = "For a new line") @Nullable
            BigDecimal taxRate,

            @Schema(description = "For a new line") @Nullable
            Boolean priceIncludesTax,

            @Schema(description = "A note on the line; default: unchanged") @Nullable
            String note) {

        EditedLine toContract(String pointer, MoneyMapper meaning) {
            return lineId == null
                    ? new EditedLine(null, quantity, added(pointer, meaning), null, null, note)
                    : changed(pointer, meaning);
        }

        private EditedLine changed(String pointer, MoneyMapper meaning) {
            if (Stream.of(sku, name, taxRate, priceIncludesTax).anyMatch(Objects::nonNull)) {
                meaning.fault(
                        pointer,
                        FaultCode.NOT_ALLOWED,
                        "Of an existing line only quantity, unitPrice, discount and note may change; another SKU needs"
                                + " another line, without lineId.");
            }
            return new EditedLine(
                    lineId,
                    quantity,
                    null,
                    money(unitPrice, pointer + "/unitPrice", meaning),
                    money(discount, pointer + "/discount", meaning),
                    note);
        }

        private @Nullable LineRequest added(String pointer, MoneyMapper meaning) {
            if (sku == null || name == null || unitPrice == null || taxRate == null || priceIncludesTax == null) {
                meaning.fault(
                        pointer,
                        FaultCode.INCOMPLETE_LINE,
                        "A new line needs sku, name, unitPrice, taxRate and priceIncludesTax; an existing line needs"
                                + " its lineId.");
                return null;
            }
            Money price = meaning.money(unitPrice, pointer + "/unitPrice");
            Money off = money(discount, pointer + "/discount", meaning);
            return new LineRequest(
                    sku,
                    name,
                    quantity,
                    price,
                    off == null ? Money.zero(price.getCurrencyUnit()) : off,
                    taxRate,
                    priceIncludesTax);
        }

        private static @Nullable Money money(@Nullable Amount stated, String pointer, MoneyMapper meaning) {
            return stated == null ? null : meaning.money(stated, pointer);
        }
    }

    List<EditedLine> toContract(MoneyMapper meaning) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).toContract("/lines/" + i, meaning))
                .toList();
    }

    @Nullable
    ShippingRequest shippingMeant(MoneyMapper meaning) {
        if (shipping == null) {
            return null;
        }
        Boolean includesTax = shipping.priceIncludesTax();
        if (includesTax == null) {
            meaning.fault(
                    "/shipping/priceIncludesTax",
                    FaultCode.REQUIRED,
                    "priceIncludesTax must say whether the price contains the tax.");
        }
        return new ShippingRequest(
                shipping.method(),
                meaning.money(shipping.price(), "/shipping/price"),
                shipping.taxRate(),
                Boolean.TRUE.equals(includesTax));
    }
}
