package io.ordertrail.axon.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Names a step of a process, for ever: a step sent twice under one id is the same command. Its text,
 * {@code process/processId/step/attempt}, has at most 255 characters.
 *
 * @param process name of the process, such as {@code fulfilment}; also who sends the command
 * @param processId what the process is about, such as an order's id
 * @param step the step within the process, such as {@code reserve:1}
 * @param attempt from 1; a process counts it up when it wants the same step again after a refusal
 */
public record StepId(String process, String processId, String step, int attempt) {

    private static final int MAX_LENGTH = 255;

    /** @throws IllegalArgumentException a part is blank or has a slash, the attempt is below 1, or the text is too long */
    public StepId {
        for (String part : List.of(process, processId, step)) {
            if (part.isBlank() || part.indexOf('/') >= 0) {
                throw new IllegalArgumentException("'" + part + "' cannot be part of a step's id");
            }
        }
        if (attempt < 1) {
            throw new IllegalArgumentException("Attempts are counted from 1, not " + attempt);
        }
        if (text(process, processId, step, attempt).length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The id of a step has at most " + MAX_LENGTH + " characters");
        }
    }

    /** The first attempt. */
    public static StepId first(String process, String processId, String step) {
        return new StepId(process, processId, step, 1);
    }

    /** The step of this kind, of which a subject has one. */
    public static StepId of(String process, String subject, String kind) {
        return of(process, subject, kind, "", 0);
    }

    /** The step of this kind about a part of the subject, under the number of the ask. */
    public static StepId of(String process, String subject, String kind, String of, long number) {
        return first(process, subject, String.join(":", kind, of, String.valueOf(number)));
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException it is no such text
     */
    public static StepId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4 || !parts[3].matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("'" + text + "' is no id of a step");
        }
        return new StepId(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]));
    }

    /** The same step, once more. */
    public StepId again() {
        return new StepId(process, processId, step, attempt + 1);
    }

    public String text() {
        return text(process, processId, step, attempt);
    }

    /** Id of the step's command, the same wherever and how often it is sent: by the process, or ahead of it at the front door. */
    public String commandId() {
        return derived("");
    }

    /** The id of what happens once for this step. {@code what} tells apart the several things that may. */
    String derived(String what) {
        return UUID.nameUUIDFromBytes((text() + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private static String text(String process, String processId, String step, int attempt) {
        return String.join(
                "/",
                Stream.of(process, processId, step, attempt)
                        .map(String::valueOf)
                        .toList());
    }
}
