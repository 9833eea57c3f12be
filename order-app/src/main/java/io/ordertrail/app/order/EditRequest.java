package io.ordertrail.app.order;

import io.ordertrail.api.order.EditedLine;
import io.ordertrail.api.order.LineRequest;
import io.ordertrail.api.order.ShippingRequest;
import io.ordertrail.app.http.Amount;
import io.ordertrail.app.http.MoneyMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The body of a request that works out an edit. */
record EditRequest(
        @Schema(
                description =
                        "What shall be otherwise; other lines stay as they are. May be empty where shipping changes")
        List<Line> lines,

        @Schema(
                description =
                        "How it shall be sent, priced anew; as it is if not given. priceIncludesTax must be said here")
        PlaceOrder.@Nullable ShippingChoice shipping,

        @Schema(maxLength = 4000) @Nullable String reason,
        @Nullable Instant at) {

    /**
     * A line that exists, by its id, of which price, discount and note may change as well; or one more: then everything but
     * discount and note must be said of it.
     */
    record Line(
            @Schema(description = "Of a line that exists") @Nullable
            String lineId,

            @Schema(
                    description = "How many units it shall have; 0 takes a line out",
                    minimum = "0",
                    maximum = "1000000")
            Integer quantity,

            @Schema(description = "Of one more", maxLength = 64) @Nullable
            String sku,

            @Schema(description = "Of one more", maxLength = 200) @Nullable
            String name,

            @Schema(description = "Of one unit; of a line that exists, as it is if not given") @Nullable
            Amount unitPrice,

            @Schema(description = "Taken off the whole line; of a line that exists, as it is if not given") @Nullable
            Amount discount,

            @Schema(description = "Of one more") @Nullable BigDecimal taxRate,
            @Schema(description = "Of one more") @Nullable Boolean priceIncludesTax,

            @Schema(
                    description = "What is to be read beside the line; as it is if not given",
                    maxLength = EditedLine.MAX_NOTE)
            @Nullable
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
                        "NOT_ALLOWED",
                        "Of a line that exists only quantity, unitPrice, discount and note may change; another thing is"
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
                        "INCOMPLETE_LINE",
                        "A new line needs sku, name, unitPrice, taxRate and priceIncludesTax; a line that exists needs"
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
            meaning.fault("/shipping/priceIncludesTax", "REQUIRED", "Whether the price contains the tax must be said.");
        }
        return new ShippingRequest(
                shipping.method(),
                meaning.money(shipping.price(), "/shipping/price"),
                shipping.taxRate(),
                Boolean.TRUE.equals(includesTax));
    }
}
