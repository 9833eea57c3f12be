package io.ordertrail.command.chain;

import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.axon.audit.ChainHead;
import io.ordertrail.axon.personal.ServiceSignature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the signature of a checkpoint says.
 *
 * @param keyId of the public key with which it can be checked
 */
record SignedCheckpoint(String keyId, Checkpoint checkpoint) {

    /** What is signed. */
    static Map<String, Object> said(long sequence, Instant at, ChainHead events, ChainHead audit, boolean stopped) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("sequence", sequence);
        said.put("at", at.toString());
        said.put("events", events.size());
        said.put("position", events.position());
        said.put("hash", text(events.hash()));
        said.put("auditEntries", audit.size());
        said.put("auditHash", text(audit.hash()));
        said.put("stopped", stopped);
        return said;
    }

    /** Empty where it is no signature of a checkpoint. */
    static Optional<SignedCheckpoint> read(String signature) {
        return ServiceSignature.read(signature).flatMap(signed -> {
            Map<String, Object> said = signed.said();
            try {
                return Optional.of(new SignedCheckpoint(
                        signed.keyId(),
                        new Checkpoint(
                                number(said, "sequence"),
                                Instant.parse(String.valueOf(said.get("at"))),
                                number(said, "events"),
                                number(said, "position"),
                                String.valueOf(said.get("hash")),
                                number(said, "auditEntries"),
                                String.valueOf(said.get("auditHash")),
                                Boolean.TRUE.equals(said.get("stopped")),
                                signature)));
            } catch (DateTimeException | ClassCastException | NullPointerException e) {
                return Optional.empty();
            }
        });
    }

    /** A hash as a checkpoint writes it. */
    static String text(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static long number(Map<String, Object> said, String field) {
        return ((Number) Objects.requireNonNull(said.get(field))).longValue();
    }
}
