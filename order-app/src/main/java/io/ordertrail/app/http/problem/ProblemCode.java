package io.ordertrail.app.http.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of problem, as it is explained to people.
 *
 * @param code for programs: {@code TOTAL_MISMATCH}
 * @param status the HTTP status with which it comes
 * @param meaning a sentence or two
 */
public record ProblemCode(String code, int status, String meaning) {

    /** The one list of them, by status. */
    public static final List<ProblemCode> ALL = read();

    private static final String PAGE = "/problems";

    /** Where the kinds of problems are explained. */
    public static String page() {
        return PAGE;
    }

    /** The page that explains {@code code}; what a problem's type says. */
    public static String type(String code) {
        return PAGE + '/' + name(code);
    }

    public static Optional<ProblemCode> named(String name) {
        return ALL.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /** As it stands in an address: {@code total-mismatch}. */
    public String name() {
        return name(code);
    }

    /** For people: {@code Total mismatch}. */
    public String title() {
        return title(code);
    }

    public static String title(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What whoever meets one of this status can do about it. */
    public static String remedy(int status) {
        return switch (status) {
            case 400, 405, 406, 413, 414, 415, 431 ->
                "Correct the request; the description of the API shows its form. The same request will fail again.";
            case 401, 403 -> "Send the request as a caller who has the right, and from where it may come.";
            case 404 -> "Check the address. A resource of another caller is not found either.";
            case 409 ->
                "A rule forbids it in the present state. For an order, shipment, payment, return or account, allowedActions says what"
                        + " may be done now; read it again and decide.";
            case 412, 428 -> "Read the resource, decide again, and send its ETag as If-Match.";
            case 422 ->
                "The request is invalid whatever the state of its subject. Correct it, and send it with a new Idempotency-Key.";
            case 429 -> "Ask again after the seconds in Retry-After, and less often.";
            case 503 -> "Try again after the seconds in Retry-After, with the same Idempotency-Key.";
            default -> "Report it to the operator of the service, with the traceId.";
        };
    }

    private static String name(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<ProblemCode> read() {
        try (InputStream file = ProblemCode.class.getResourceAsStream("/problems/codes.tsv")) {
            if (file == null) {
                throw new IllegalStateException("The list of problems is missing");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new ProblemCode(cells[0], Integer.parseInt(cells[1]), cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
