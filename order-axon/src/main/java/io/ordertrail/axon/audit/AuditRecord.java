package io.ordertrail.axon.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that was refused or denied, without when and how often.
 *
 * @param code of the refusal
 * @param request the stored name of the message, or what was denied at the door
 * @param actor who asked; null where nobody was known
 * @param credential by what they were known
 * @param subject the id of what it was about
 * @param address of the network, as it is to be kept; null where nobody came in from outside
 */
public record AuditRecord(
        String code,
        String request,
        @Nullable String actor,
        @Nullable String credential,
        @Nullable String subject,
        @Nullable String address) {

    private static final int LONGEST = 200;

    public AuditRecord {
        code = plain(code);
        request = plain(request);
        actor = actor == null ? null : plain(actor);
        credential = credential == null ? null : plain(credential);
        subject = subject == null ? null : plain(subject);
        address = address == null ? null : plain(address);
    }

    /** On one line, and no longer than it may be. */
    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
