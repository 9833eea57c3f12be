package io.ordertrail.app.customer;

import java.time.Instant;

/**
 * What proves that a customer was forgotten.
 *
 * @param orders how many orders lost their personal data
 * @param signature a JWS (RFC 7515) of the rest, signed with Ed25519 (RFC 8037); its header has the public key
 */
record ErasureCertificate(String customerId, String reason, Instant erasedAt, int orders, String signature) {}
