package io.ordertrail.api.audit;

import io.ordertrail.api.message.Named;
import java.time.Instant;

/**
 * Where the chain of events was at a moment, signed. Who keeps it elsewhere can tell later whether anything before it
 * was changed, even by somebody with the database and all its keys.
 *
 * @param sequence its number, from 1
 * @param at when it was made
 * @param events how many events the chain had
 * @param position of the last of them in the event store
 * @param hash of the chain, in base64url
 * @param auditEntries how many entries the audit log had
 * @param auditHash of the audit log, in base64url
 * @param stopped whether the service stopped with it, and no other was running: then whatever was stored later, and is
 *     not in the chain, was stored by somebody else
 * @param signature a JWS (RFC 7515) of the rest, signed with Ed25519 (RFC 8037); its header has the public key
 */
@Named("audit.Checkpoint")
public record Checkpoint(
        long sequence,
        Instant at,
        long events,
        long position,
        String hash,
        long auditEntries,
        String auditHash,
        boolean stopped,
        String signature) {}
