package io.ordertrail.axon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The keys of programs. Each request is looked up, so that what was withdrawn is refused from the next one on; only the
 * hash of a secret is stored.
 */
public final class ApiKeys {

    /** How long a new key is accepted if nobody says how long. */
    public static final Duration LIFE = Duration.ofDays(90);

    /** So long the old secret of a key that is rolled is still accepted, so that its holder can change over. */
    public static final Duration OVERLAP = Duration.ofDays(7);

    private static final String ACCEPTED = " s.key_id = k.key_id and (s.ends_at is null or s.ends_at > ?)";

    private static final String COLUMNS =
            "k.key_id, k.name, k.roles, k.grants, k.created_at, k.expires_at, k.revoked_at,"
                    + " k.last_used_at, (select count(*) from api_key_secret s where" + ACCEPTED + ") as secrets";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @param grants what it is good for; null for all that its roles allow
     * @return its only secret
     * @throws NameTaken a live key has this name
     */
    public KeyText create(String name, List<String> roles, @Nullable Grants grants, Duration life) {
        Instant now = clock.instant();
        KeyText text = KeyText.of(KeyText.newId());
        transactions.executeWithoutResult(status -> {
            // A name is given again once its key is dead.
            jdbc.sql("update api_key set name = name || ' ' || key_id where name = ?"
                            + " and (revoked_at is not null or expires_at <= ?)")
                    .params(name, Timestamp.from(now))
                    .update();
            try {
                jdbc.sql("insert into api_key (key_id, name, roles, grants, created_at, expires_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                        .param(text.keyId())
                        .param(name)
                        .param(String.join(",", roles))
                        .param(grants == null ? null : grants.text())
                        .param(Timestamp.from(now))
                        .param(Timestamp.from(now.plus(life)))
                        .update();
            } catch (DuplicateKeyException e) {
                throw new NameTaken(name, e);
            }
            add(text, now);
        });
        return text;
    }

    /** A live key has this name already. */
    public static final class NameTaken extends RuntimeException {

        private static final long serialVersionUID = 1;

        NameTaken(String name, Throwable cause) {
            super("There is a key with the name " + name, cause);
        }
    }

    public List<ApiKey> all() {
        return jdbc.sql("select " + COLUMNS + " from api_key k order by k.created_at, k.key_id")
                .param(Timestamp.from(clock.instant()))
                .query((row, n) -> key(row))
                .list();
    }

    /** Whether a key was ever made, be it accepted or not. */
    public boolean isAny() {
        return jdbc.sql("select count(*) from api_key").query(Long.class).single() > 0;
    }

    /** Whether any key is accepted now. */
    public boolean isAnyLive() {
        Instant now = clock.instant();
        return all().stream().anyMatch(key -> key.isLive(now));
    }

    /**
     * Gives a live key another secret, and has the key accepted for {@code life} from now. The last secret is accepted
     * for {@link #OVERLAP}; any before it no longer.
     *
     * @return the new secret; empty where there is no such live key
     */
    public Optional<KeyText> roll(String keyId, Duration life) {
        Instant now = clock.instant();
        KeyText text = KeyText.of(keyId);
        return Objects.requireNonNull(transactions.execute(status -> {
            int live = jdbc.sql("update api_key set expires_at = ? where key_id = ? and revoked_at is null"
                            + " and expires_at > ?")
                    .params(Timestamp.from(now.plus(life)), keyId, Timestamp.from(now))
                    .update();
            if (live == 0) {
                return Optional.<KeyText>empty();
            }
            jdbc.sql("delete from api_key_secret where key_id = ? and ends_at is not null")
                    .param(keyId)
                    .update();
            jdbc.sql("update api_key_secret set ends_at = ? where key_id = ?")
                    .params(Timestamp.from(now.plus(OVERLAP)), keyId)
                    .update();
            add(text, now);
            return Optional.of(text);
        }));
    }

    /** Withdraws a key at once; whether there was one that was not withdrawn. */
    public boolean revoke(String keyId) {
        return jdbc.sql("update api_key set revoked_at = ? where key_id = ? and revoked_at is null")
                        .params(Timestamp.from(clock.instant()), keyId)
                        .update()
                > 0;
    }

    private record Candidate(ApiKey key, String hash) {}

    /** The live key of this secret. How long a wrong one takes does not depend on how much of it is right. */
    public Optional<ApiKey> find(KeyText text) {
        Instant now = clock.instant();
        Optional<ApiKey> found = Optional.empty();
        for (Candidate candidate : candidates(text.keyId(), now)) {
            if (isEqual(candidate.hash, text.hash()) && candidate.key.isLive(now)) {
                found = Optional.of(candidate.key);
            }
        }
        found.ifPresent(key -> use(key, now));
        return found;
    }

    /** One for each secret that is accepted. */
    private List<Candidate> candidates(String keyId, Instant now) {
        return jdbc.sql("select " + COLUMNS + ", s.secret_hash from api_key k join api_key_secret s on" + ACCEPTED
                        + " where k.key_id = ?")
                .params(Timestamp.from(now), Timestamp.from(now), keyId)
                .query((row, n) -> new Candidate(key(row), row.getString("secret_hash")))
                .list();
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** To the minute: most requests need not write. */
    private void use(ApiKey key, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Instant last = key.lastUsedAt();
        if (last == null || last.isBefore(minute)) {
            jdbc.sql("update api_key set last_used_at = ? where key_id = ?")
                    .params(Timestamp.from(minute), key.id())
                    .update();
        }
    }

    private void add(KeyText text, Instant now) {
        jdbc.sql("insert into api_key_secret (secret_hash, key_id, created_at) values (?, ?, ?)")
                .params(text.hash(), text.keyId(), Timestamp.from(now))
                .update();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("key_id"),
                row.getString("name"),
                List.of(row.getString("roles").split(",")),
                Optional.ofNullable(row.getString("grants")).map(Grants::read).orElse(null),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("revoked_at")),
                instant(row.getTimestamp("last_used_at")),
                row.getInt("secrets"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
