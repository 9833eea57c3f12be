package io.ordertrail.app.order;

import io.ordertrail.api.order.EditedLine;
import io.ordertrail.api.order.LineRequest;
import io.ordertrail.app.http.Amount;
import io.ordertrail.app.http.Meaning;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The body of a request that works out an edit. */
record EditRequest(
        @Schema(description = "What shall be otherwise; other lines stay as they are")
        List<Line> lines,

        @Schema(maxLength = 4000) @Nullable String reason,
        @Nullable Instant at) {

    /** A line that exists, by its id, or one more: then everything but the discount must be said of it. */
    record Line(
            @Schema(description = "Of a line that exists") @Nullable
            String lineId,

            @Schema(
                    description = "How many units it shall have; 0 takes a line out",
                    minimum = "0",
                    maximum = "1000000")
            Integer quantity,

            @Schema(maxLength = 64) @Nullable String sku,
            @Schema(maxLength = 200) @Nullable String name,
            @Nullable Amount unitPrice,
            @Nullable Amount discount,
            @Nullable BigDecimal taxRate,
            @Nullable Boolean priceIncludesTax) {

        private boolean saysWhatItIs() {
            return Stream.of(sku, name, unitPrice, discount, taxRate, priceIncludesTax)
                    .anyMatch(java.util.Objects::nonNull);
        }

        EditedLine meant(String pointer, Meaning meaning) {
            boolean isNew = lineId == null || saysWhatItIs();
            return new EditedLine(lineId, quantity, isNew ? added(pointer, meaning) : null);
        }

        private @Nullable LineRequest added(String pointer, Meaning meaning) {
            if (sku == null || name == null || unitPrice == null || taxRate == null || priceIncludesTax == null) {
                meaning.fault(
                        pointer,
                        "INCOMPLETE_LINE",
                        "A new line needs sku, name, unitPrice, taxRate and priceIncludesTax; a line that exists needs"
                                + " its lineId and quantity alone.");
                return null;
            }
            Money price = meaning.money(unitPrice, pointer + "/unitPrice");
            return new LineRequest(
                    sku,
                    name,
                    quantity,
                    price,
                    discount == null
                            ? Money.zero(price.getCurrencyUnit())
                            : meaning.money(discount, pointer + "/discount"),
                    taxRate,
                    priceIncludesTax);
        }
    }

    List<EditedLine> meant(Meaning meaning) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).meant("/lines/" + i, meaning))
                .toList();
    }
}
