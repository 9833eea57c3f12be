package io.ordertrail.command.access;

import io.ordertrail.api.access.IssuedKey;
import io.ordertrail.api.access.KeyCommand.CreateKey;
import io.ordertrail.api.access.KeyCommand.RevokeKey;
import io.ordertrail.api.access.KeyCommand.RollKey;
import io.ordertrail.api.access.KeyList;
import io.ordertrail.api.access.KeyQuery.ListKeys;
import io.ordertrail.api.access.KeyRefusal.KeyNameTaken;
import io.ordertrail.api.access.KeyRefusal.KeyNotFound;
import io.ordertrail.api.access.ListedKey;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.access.ApiKey;
import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.Grants;
import io.ordertrail.axon.access.KeyText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Makes, lists and ends the keys of programs. A secret goes to who asked for it, and is kept nowhere. */
final class KeyHandler {

    private final ApiKeys keys;
    private final Clock clock;

    KeyHandler(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @CommandHandler
    IssuedKey handle(CreateKey command) {
        Grants grants = command.grants() == null ? null : Grants.read(command.grants());
        try {
            return issued(keys.create(command.name(), command.roles(), grants, life(command.days())));
        } catch (ApiKeys.NameTaken e) {
            throw new Refused(new KeyNameTaken(command.name()));
        }
    }

    @CommandHandler
    IssuedKey handle(RollKey command) {
        return keys.roll(command.keyId(), life(command.days()))
                .map(this::issued)
                .orElseThrow(() -> new Refused(new KeyNotFound(command.keyId())));
    }

    @CommandHandler
    ListedKey handle(RevokeKey command) {
        if (!keys.revoke(command.keyId())) {
            throw new Refused(new KeyNotFound(command.keyId()));
        }
        return listed(command.keyId());
    }

    @QueryHandler
    KeyList handle(ListKeys query) {
        Instant now = clock.instant();
        return new KeyList(keys.all().stream().map(key -> listed(key, now)).toList());
    }

    private IssuedKey issued(KeyText text) {
        return new IssuedKey(listed(text.keyId()), text.reveal());
    }

    private ListedKey listed(String keyId) {
        Instant now = clock.instant();
        return keys.all().stream()
                .filter(key -> key.id().equals(keyId))
                .findFirst()
                .map(key -> listed(key, now))
                .orElseThrow(() -> new Refused(new KeyNotFound(keyId)));
    }

    private static ListedKey listed(ApiKey key, Instant now) {
        return new ListedKey(
                key.id(),
                key.name(),
                state(key, now),
                key.roles(),
                key.grants() == null ? null : key.grants().text(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                key.secrets());
    }

    private static ListedKey.State state(ApiKey key, Instant now) {
        if (key.revokedAt() != null) {
            return ListedKey.State.WITHDRAWN;
        }
        return key.isLive(now) ? ListedKey.State.LIVE : ListedKey.State.EXPIRED;
    }

    private static Duration life(@Nullable Integer days) {
        return days == null ? ApiKeys.LIFE : Duration.ofDays(days);
    }
}
