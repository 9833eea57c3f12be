package io.ordertrail.app.http.problem;

import jakarta.servlet.ServletRequest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is found again.
 *
 * @param traceId 32 hex digits: the caller's (W3C Trace Context, header {@code traceparent}) or a new one
 * @param correlationId the caller's name for the whole conversation, or a new one
 */
public record Trace(String traceId, String correlationId) {

    public static final String CORRELATION_HEADER = "X-Correlation-Id";
    public static final String PARENT_HEADER = "traceparent";

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@/+=-]{0,127}");

    /** Takes over what the caller says where it has the right form. */
    public static Trace of(@Nullable String parent, @Nullable String correlation) {
        return new Trace(
                traceId(parent),
                correlation != null && CORRELATION.matcher(correlation).matches()
                        ? correlation
                        : UUID.randomUUID().toString());
    }

    /** The trace of {@code request}; a new one where the request never came past the filter that makes one. */
    public static Trace of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Trace trace ? trace : of(null, null);
    }

    public void keepIn(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    private static String traceId(@Nullable String parent) {
        if (parent != null) {
            Matcher form = PARENT.matcher(parent.toLowerCase(Locale.ROOT));
            if (form.matches() && !isZero(form.group(1)) && !isZero(form.group(2))) {
                return form.group(1);
            }
        }
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static boolean isZero(String hex) {
        return hex.chars().allMatch(digit -> digit == '0');
    }
}
