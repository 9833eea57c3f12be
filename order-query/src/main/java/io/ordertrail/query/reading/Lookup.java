package io.ordertrail.query.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.projection.table.Rows;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers what one resource is, and was: from its row or, if there is no row yet or no valid one, from its events. What
 * was stored is never "not found", and nobody waits for what a command has stored.
 *
 * @param <R> a row, and the result of the fold
 */
public final class Lookup<R> {

    /** The most answers that are kept in memory. */
    private static final int MOST = 1_000;

    /** Versions before the wanted one. */
    private static final int LOOK_BACK = 32;

    private record Version(String id, long version) {}

    private final Cache<Version, R> answered =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Rows<R> rows;
    private final AggregateStream<R> stream;
    private final BiFunction<String, Moment, Optional<R>> elsewhere;
    private final Function<String, Optional<String>> owner;
    private final Function<String, Refusal> notFound;

    /**
     * @param owner of an id, the customer whose it is
     * @param notFound the refusal that names the request: an id, or an id and a moment
     */
    public Lookup(
            Rows<R> rows,
            AggregateStream<R> stream,
            Function<String, Optional<String>> owner,
            Function<String, Refusal> notFound) {
        this(rows, stream, (id, moment) -> Optional.empty(), owner, notFound);
    }

    /**
     * @param elsewhere what is known at a moment of a resource without events
     * @param owner of an id, the customer whose it is
     * @param notFound the refusal that names the request: an id, or an id and a moment
     */
    public Lookup(
            Rows<R> rows,
            AggregateStream<R> stream,
            BiFunction<String, Moment, Optional<R>> elsewhere,
            Function<String, Optional<String>> owner,
            Function<String, Refusal> notFound) {
        this.rows = rows;
        this.stream = stream;
        this.elsewhere = elsewhere;
        this.owner = owner;
        this.notFound = notFound;
    }

    /**
     * The thing of {@code id} as it is now.
     *
     * @param minVersion the version that the answer is to hold at least; null if any will do
     * @throws Refused there is no such resource, or it has not reached {@code minVersion}
     */
    public R get(String id, @Nullable Long minVersion) {
        mustBeTheirs(id, id);
        long wanted = minVersion == null ? 0 : minVersion;
        R now = rows.byId(id)
                // The stream has what the row does not have yet, so nobody waits for the row.
                .map(row -> stream.version(row) < wanted ? stream.onward(id, row) : row)
                .or(() -> streamed(id))
                .orElseThrow(() -> refused(id));
        if (stream.version(now) < wanted) {
            throw new Refused(new ViewBehind(wanted, stream.version(now)));
        }
        return now;
    }

    /** The resources of {@code found}, by id, and the others of {@code ids} that are known without a row. */
    public Map<String, R> complete(Collection<String> ids, Map<String, R> found) {
        Map<String, R> all = new LinkedHashMap<>(found);
        ids.stream()
                .filter(id -> !found.containsKey(id))
                .forEach(id -> streamed(id).ifPresent(thing -> all.put(id, thing)));
        Ownership.only()
                .ifPresent(
                        customer -> all.keySet().removeIf(id -> !owner.apply(id).equals(Optional.of(customer))));
        return all;
    }

    /**
     * To be asked before anything of {@code id} is told.
     *
     * @param what was asked for, as the refusal names it
     * @throws Refused as if there were no such resource: it is another's than the caller's, who may see their own only
     */
    public void mustBeTheirs(String id, String what) {
        Ownership.require(() -> owner.apply(id), () -> notFound.apply(what));
    }

    /** @throws Refused there is no such resource, or it has no such version */
    public R atVersion(String id, long version) {
        return atVersion(id, version, lastAnswered(id, version));
    }

    /**
     * As {@link #atVersion}, for long streams: it folds on from the row, if the row is not past the version.
     *
     * @throws Refused there is no such resource, or it has no such version
     */
    public R latelyAtVersion(String id, long version) {
        return atVersion(
                id,
                version,
                lastAnswered(id, version).or(() -> rows.byId(id).filter(row -> stream.version(row) <= version)));
    }

    private R atVersion(String id, long version, Optional<R> earlier) {
        mustBeTheirs(id, id + " at version " + version);
        R found = earlier.flatMap(row -> stream.onward(id, row, version))
                .or(() -> stream.atVersion(id, version))
                .orElseThrow(() -> refused(id + " at version " + version));
        answered.put(new Version(id, version), found);
        return found;
    }

    /**
     * An earlier version that was answered lately. Many clients that change one thing are answered its versions about
     * one after the other, and its row may be past them.
     */
    private Optional<R> lastAnswered(String id, long version) {
        for (long earlier = version - 1; earlier >= Math.max(0, version - LOOK_BACK); earlier--) {
            R row = answered.getIfPresent(new Version(id, earlier));
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** @throws Refused it was not there at that moment, or has no such version */
    public R at(String id, Moment moment) {
        if (moment.version() != null) {
            return atVersion(id, moment.version());
        }
        String what = moment.equals(Moment.NOW) ? id : id + " " + moment;
        mustBeTheirs(id, what);
        return stream.at(id, moment)
                .or(() -> elsewhere.apply(id, moment))
                .orElseThrow(() -> refused(what
                        + stream.firstRecorded(id)
                                .map(first -> "; it was first recorded at " + first)
                                .orElse("")));
    }

    /**
     * Requires that {@code version}, of some row about {@code id}, is {@code wanted} at least.
     *
     * @throws Refused there is no such resource, it has no such version, or not yet
     */
    public void require(String id, long wanted, long version) {
        mustBeTheirs(id, id);
        MinVersion.require(wanted, version, () -> {
            long last = stream.lastVersion(id);
            if (last < 0) {
                throw refused(id);
            }
            if (last < wanted) {
                throw new Refused(new ViewBehind(wanted, last));
            }
        });
    }

    private Optional<R> streamed(String id) {
        return stream.fold(id).or(() -> elsewhere.apply(id, Moment.NOW));
    }

    /** The refusal that {@code what} does not exist. */
    public Refused refused(String what) {
        return new Refused(notFound.apply(what));
    }
}
