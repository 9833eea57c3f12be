package io.ordertrail.app.importing;

import io.ordertrail.app.importing.file.Manner;
import io.ordertrail.app.importing.file.Times;
import io.ordertrail.app.importing.sale.Layout;
import io.ordertrail.app.importing.sale.OwnLayout;
import io.ordertrail.app.importing.sale.shopify.ShopifyLayout;
import io.ordertrail.app.importing.sale.woocommerce.WooCommerceLayout;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The part of the command line that is about how the file is written. */
final class FormatOptions {

    private static final String WOOCOMMERCE = "woocommerce";

    private static final Map<String, Layout> LAYOUTS =
            Map.of("own", new OwnLayout(), "shopify", new ShopifyLayout(), WOOCOMMERCE, new WooCommerceLayout());

    @Option(
            names = "--format",
            defaultValue = "own",
            description = "The format of the columns: own, shopify or woocommerce. Default: ${DEFAULT-VALUE}")
    private String format = "";

    @Option(
            names = "--delimiter",
            description =
                    "Between cells: comma, semicolon, tab, or the character itself. Default: what the header shows")
    private @Nullable String delimiter;

    @Option(names = "--decimal", description = "The decimal separator: . or , Default: as in the numbers")
    private @Nullable String decimal;

    @Option(
            names = "--encoding",
            description = "Encoding of a file without a byte order mark, like windows-1252. Default: UTF-8")
    private @Nullable String encoding;

    @Option(
            names = "--zone",
            description = "Time zone of times without an offset, like Europe/Berlin. Default: such times are rejected")
    private @Nullable String zone;

    @Option(
            names = "--dates",
            description =
                    "dmy or mdy: the order of day and month in dates that end with the year. Default: such dates are"
                            + " refused; mdy for woocommerce")
    private @Nullable String dates;

    @Option(
            names = "--country",
            description = "Country of addresses that name none, like DE. Default: such orders are rejected")
    private @Nullable String country;

    @Option(
            names = "--tolerance",
            defaultValue = "0",
            description = "How far an order may be from its expected total, like 0.02. Default: ${DEFAULT-VALUE}")
    private BigDecimal tolerance = BigDecimal.ZERO;

    /** The command line, checked. */
    record Format(
            Layout layout,
            Manner manner,
            Times times,
            @Nullable String country,
            BigDecimal tolerance) {}

    /** @throws ParameterException with what is wrong, for a person */
    Format checked(CommandLine line) {
        Layout layout = LAYOUTS.get(format.toLowerCase(Locale.ROOT));
        if (layout == null) {
            throw new ParameterException(line, "--format must be own, shopify or woocommerce");
        }
        Options.check(line, tolerance.signum() >= 0, "--tolerance must not be negative");
        Options.check(
                line,
                country == null || country.matches("[A-Z]{2}"),
                "--country must be two capital letters (ISO 3166-1), like DE");
        return new Format(
                layout,
                new Manner(charset(line), delimiter(line), decimal(line)),
                new Times(zone(line), dates(line)),
                country,
                tolerance);
    }

    private @Nullable Character delimiter(CommandLine line) {
        if (delimiter == null) {
            return null;
        }
        String sign = Map.of("comma", ",", "semicolon", ";", "tab", "\t", "\\t", "\t")
                .getOrDefault(delimiter.toLowerCase(Locale.ROOT), delimiter);
        boolean usable = sign.length() == 1 && "\"\r\n".indexOf(sign.charAt(0)) < 0 && sign.charAt(0) < 128;
        Options.check(line, usable, "--delimiter must be comma, semicolon, tab, or one character");
        return sign.charAt(0);
    }

    private @Nullable Character decimal(CommandLine line) {
        if (decimal == null) {
            return null;
        }
        String sign = Map.of("point", ".", "comma", ",").getOrDefault(decimal.toLowerCase(Locale.ROOT), decimal);
        Options.check(line, sign.equals(".") || sign.equals(","), "--decimal must be . or ,");
        return sign.charAt(0);
    }

    private @Nullable Charset charset(CommandLine line) {
        if (encoding == null) {
            return null;
        }
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ParameterException(
                    line, "--encoding must be like UTF-8, windows-1252 or ISO-8859-1, not " + encoding, e);
        }
    }

    private @Nullable ZoneId zone(CommandLine line) {
        if (zone == null) {
            return null;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ParameterException(line, "--zone must be like Europe/Berlin or +01:00, not " + zone, e);
        }
    }

    private Times.@Nullable Dates dates(CommandLine line) {
        if (dates == null) {
            return format.equalsIgnoreCase(WOOCOMMERCE) ? Times.Dates.MDY : null;
        }
        return switch (dates.toLowerCase(Locale.ROOT)) {
            case "dmy" -> Times.Dates.DMY;
            case "mdy" -> Times.Dates.MDY;
            default -> throw new ParameterException(line, "--dates must be dmy or mdy");
        };
    }
}
