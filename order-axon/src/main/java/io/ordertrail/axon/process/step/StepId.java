package io.ordertrail.axon.process.step;

import io.ordertrail.api.process.ProcessEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Names a step of a process, for ever: a step sent twice under one id is the same command. Its text,
 * {@code process/subject/kind/of/number}, has at most 255 characters.
 *
 * @param process who sends it, such as {@code fulfilment}
 * @param subject in whose queue it is, such as an order's id: the steps of one subject are sent one after the other
 * @param kind a word for what it does, such as {@code set-reservation}
 * @param of what within the subject it is about, such as the id of a line; empty where it is about the whole
 * @param number from 0; tells apart the several of one kind, such as the number of the ask
 */
public record StepId(String process, String subject, String kind, String of, long number) {

    private static final int MAX_LENGTH = 255;
    private static final int PARTS = 5;

    /**
     * @throws IllegalArgumentException a part is blank or has a slash, the number is below 0, or the text is too long
     */
    public StepId {
        for (String part : List.of(process, subject, kind)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("A part of a step's id is blank");
            }
        }
        for (String part : List.of(process, subject, kind, of)) {
            if (part.indexOf('/') >= 0) {
                throw new IllegalArgumentException("'" + part + "' cannot be part of a step's id");
            }
        }
        if (number < 0) {
            throw new IllegalArgumentException("Steps are counted from 0, not " + number);
        }
        if (text(process, subject, kind, of, number).length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The id of a step has at most " + MAX_LENGTH + " characters");
        }
    }

    /** The only one of its kind for the subject. */
    public static StepId of(String process, String subject, String kind) {
        return new StepId(process, subject, kind, "", 0);
    }

    public static StepId of(String process, String subject, String kind, String of, long number) {
        return new StepId(process, subject, kind, of, number);
    }

    /** The step that {@code event} is about. */
    public static StepId of(ProcessEvent.OfStep event) {
        return new StepId(event.process(), event.subject(), event.kind(), event.of(), event.number());
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException it is no such text
     */
    public static StepId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS || !parts[PARTS - 1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("'" + text + "' is no id of a step");
        }
        return new StepId(parts[0], parts[1], parts[2], parts[3], Long.parseLong(parts[4]));
    }

    /** The {@link #text()} that is written as {@code inAddress}; empty where that is no base64 for addresses. */
    public static Optional<String> textOf(String inAddress) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(inAddress), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text() {
        return text(process, subject, kind, of, number);
    }

    /** The text in base64 for addresses (RFC 4648, 5), without padding: no character of it need be escaped. */
    public String inAddress() {
        return inAddress(text());
    }

    static String inAddress(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Id of the step's command, the same wherever and how often it is sent: by the process, or ahead of it at the front
     * door.
     */
    public String commandId() {
        return derived("");
    }

    /** The id of what happens once for this step. {@code what} tells apart the several things that may. */
    public String derived(String what) {
        return UUID.nameUUIDFromBytes((text() + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private static String text(String process, String subject, String kind, String of, long number) {
        return String.join("/", process, subject, kind, of, Long.toString(number));
    }
}
