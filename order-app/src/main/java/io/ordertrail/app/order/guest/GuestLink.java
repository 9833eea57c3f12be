package io.ordertrail.app.order.guest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What a guest reads one order with. */
record GuestLink(
        String number,

        @Schema(
                description =
                        "Shown as Authorization: Bearer … it reads the order without an account; whoever has it can")
        String word,

        Instant expiresAt,

        @Schema(
                description =
                        "Number and word as a link: the word stands behind the #, which no browser sends to any server."
                                + " Put the address of the shop's own page before the #; the page reads the word there")
        String link) {}
