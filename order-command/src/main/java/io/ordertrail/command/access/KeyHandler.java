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
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.message.RequestRefusal.MissingGrant;
import io.ordertrail.axon.access.ApiKey;
import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.Grants;
import io.ordertrail.axon.access.KeyText;
import io.ordertrail.axon.message.MetaKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, lists and ends the keys of programs. A secret goes to who asked for it, and is kept nowhere. */
final class KeyHandler {

    private static final Logger LOG = LoggerFactory.getLogger(KeyHandler.class);

    private final ApiKeys keys;
    private final Clock clock;

    KeyHandler(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @CommandHandler
    IssuedKey handle(CreateKey command, MetaData sender) {
        mustBeWhole(sender);
        Grants grants = grants(command.grants());
        try {
            IssuedKey made = issued(keys.create(command.name(), command.roles(), grants, life(command.days())));
            LOG.info(
                    "Key {} with the roles {} was made by {}",
                    made.key().id(),
                    command.roles(),
                    sender.get(MetaKeys.ACTOR));
            return made;
        } catch (ApiKeys.NameTaken e) {
            throw new Refused(new KeyNameTaken(command.name()));
        }
    }

    @CommandHandler
    IssuedKey handle(RollKey command, MetaData sender) {
        mustBeWhole(sender);
        KeyText text = keys.roll(command.keyId(), life(command.days()))
                .orElseThrow(() -> new Refused(new KeyNotFound(command.keyId())));
        LOG.info("Key {} was rolled by {}", text.keyId(), sender.get(MetaKeys.ACTOR));
        return issued(text);
    }

    @CommandHandler
    ListedKey handle(RevokeKey command, MetaData sender) {
        if (!keys.revoke(command.keyId())) {
            throw new Refused(new KeyNotFound(command.keyId()));
        }
        LOG.info("Key {} was withdrawn by {}", command.keyId(), sender.get(MetaKeys.ACTOR));
        return listed(command.keyId());
    }

    @QueryHandler
    KeyList handle(ListKeys query) {
        Instant now = clock.instant();
        return new KeyList(keys.all().stream().map(key -> listed(key, now)).toList());
    }

    /** A key that is good for some resources only must not make one that is good for more. */
    private static void mustBeWhole(MetaData sender) {
        if (sender.containsKey(MetaKeys.GRANTS)) {
            throw new Refused(new MissingGrant("access", "making keys"));
        }
    }

    private static @Nullable Grants grants(@Nullable String text) {
        try {
            return text == null ? null : Grants.read(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    new InvalidRequest(List.of(new Fault("/grants", FaultCode.MALFORMED, e.getMessage() + "."))));
        }
    }

    private IssuedKey issued(KeyText text) {
        return new IssuedKey(listed(text.keyId()), text.reveal());
    }

    private ListedKey listed(String keyId) {
        Instant now = clock.instant();
        Map<String, ApiKey> known = keys.all().stream().collect(Collectors.toMap(ApiKey::id, key -> key));
        return Optional.ofNullable(known.get(keyId))
                .map(key -> listed(key, now))
                .orElseThrow(() -> new Refused(new KeyNotFound(keyId)));
    }

    private static ListedKey listed(ApiKey key, Instant now) {
        return new ListedKey(
                key.id(),
                key.name(),
                key.state(now),
                key.roles(),
                key.grantText(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                key.secrets());
    }

    private static Duration life(@Nullable Integer days) {
        return days == null ? ApiKeys.LIFE : Duration.ofDays(days);
    }
}
