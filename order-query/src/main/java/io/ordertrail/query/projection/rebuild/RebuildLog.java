package io.ordertrail.query.projection.rebuild;

import io.ordertrail.api.projection.ProjectionError;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.RebuildComparison;
import io.ordertrail.api.projection.RebuildStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The requested rebuilds and how far they are; stored beside the rows, so that a kill loses neither and any process may
 * take the wish.
 */
public final class RebuildLog {

    private static final String UNFINISHED =
            "select projection, rebuild_id, wish, takes_back, generation from rebuild where unfinished ";

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    public RebuildLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The rebuild that {@code projection} waits for or is in. */
    public Optional<UnfinishedRebuild> unfinished(String projection) {
        return jdbc.sql(UNFINISHED + "= ?")
                .param(projection)
                .query(RebuildLog::read)
                .optional();
    }

    /** Those that wait or run, by their projection. */
    public Map<String, UnfinishedRebuild> unfinished() {
        return jdbc.sql(UNFINISHED + "is not null order by asked_at").query(RebuildLog::read).list().stream()
                .collect(Collectors.toMap(UnfinishedRebuild::projection, Function.identity()));
    }

    /**
     * @param takesBack the rebuild whose old rows are to be put back, or null
     * @throws org.springframework.dao.DuplicateKeyException another one of this projection is not over
     */
    public void ask(String projection, String rebuildId, String actor, @Nullable String takesBack) {
        jdbc.sql("insert into rebuild (projection, rebuild_id, unfinished, state, asked_by, asked_at, takes_back)"
                        + " values (?, ?, ?, 'ASKED', ?, ?, ?)")
                .param(projection)
                .param(rebuildId)
                .param(projection)
                .param(actor)
                .param(now())
                .param(takesBack)
                .update();
    }

    /** As if somebody had asked for one of a view that this release has to make; nothing where one is under way. */
    void need(String projection) {
        if (unfinished(projection).isEmpty()) {
            OffsetDateTime now = now();
            jdbc.sql("insert into rebuild (projection, rebuild_id, unfinished, state, asked_by, asked_at)"
                            + " values (?, ?, ?, 'ASKED', 'ordertrail', ?) on conflict do nothing")
                    .params(projection, "rebuild-" + now.toInstant().toEpochMilli(), projection, now)
                    .update();
        }
    }

    /** What is to become of the rebuild that is under way. */
    public void wish(String projection, Wish wish) {
        jdbc.sql("update rebuild set wish = ? where unfinished = ?")
                .param(wish == Wish.NONE ? null : wish.name())
                .param(projection)
                .update();
    }

    /** Whether it goes on. */
    boolean isWanted(String projection) {
        return unfinished(projection)
                .filter(rebuild -> rebuild.wish() == Wish.NONE)
                .isPresent();
    }

    void fill(String projection, int generation, @Nullable Integer replaces, Extent extent) {
        jdbc.sql("update rebuild set state = 'FILLING', generation = ?, replaces = ?, events_total = ?,"
                        + " start_position = ?, head_position = ?, started_at = ? where unfinished = ?")
                .param(generation)
                .param(replaces)
                .param(extent.events())
                .param(extent.start())
                .param(extent.head())
                .param(now())
                .param(projection)
                .update();
    }

    void compare(String projection) {
        jdbc.sql("update rebuild set state = 'COMPARING', error = null where unfinished = ?")
                .param(projection)
                .update();
    }

    void compared(String projection, RebuildComparison found) {
        jdbc.sql("update rebuild set rows_before = ?, rows_after = ?, checksum_before = ?, checksum_after = ?,"
                        + " different_rows = ?, differences = ? where unfinished = ?")
                .params(
                        found.rowsBefore(),
                        found.rowsAfter(),
                        found.checksumBefore(),
                        found.checksumAfter(),
                        found.differentRows(),
                        String.join("\n", found.differences()),
                        projection)
                .update();
    }

    void fail(String projection, ProjectionError error) {
        jdbc.sql("update rebuild set error = ? where unfinished = ?")
                .params(error.name(), projection)
                .update();
    }

    /** It is {@code DONE} or {@code CANCELLED}. */
    void finish(String projection, RebuildStatus how) {
        jdbc.sql("update rebuild set unfinished = null, state = ?, error = null, finished_at = ? where unfinished = ?")
                .params(how.name(), now(), projection)
                .update();
    }

    /** The generation that a rebuild has replaced, if it is the last one that is done. */
    public Optional<Integer> replacedBy(String projection, String rebuildId) {
        return jdbc.sql("select replaces from rebuild where projection = ? and rebuild_id = ? and state = 'DONE'"
                        + " and finished_at = (select max(finished_at) from rebuild where projection = ? and state = 'DONE')"
                        + " and replaces is not null")
                .params(projection, rebuildId, projection)
                .query(Integer.class)
                .optional();
    }

    /** @param position how far the rows are that it makes */
    public Optional<Rebuild> find(String projection, String rebuildId, long position) {
        return jdbc.sql("select * from rebuild where projection = ? and rebuild_id = ?")
                .params(projection, rebuildId)
                .query((row, n) -> RebuildRow.read(row, position, clock))
                .optional();
    }

    /** The last one first. */
    public List<Rebuild> list(String projection, long position) {
        return jdbc.sql("select * from rebuild where projection = ? order by asked_at desc fetch first " + MOST
                        + " rows only")
                .param(projection)
                .query((row, n) -> RebuildRow.read(row, position, clock))
                .list();
    }

    private static UnfinishedRebuild read(ResultSet row, int n) throws SQLException {
        String wish = row.getString("wish");
        int generation = row.getInt("generation");
        return new UnfinishedRebuild(
                row.getString("projection"),
                row.getString("rebuild_id"),
                wish == null ? Wish.NONE : Wish.valueOf(wish),
                row.getString("takes_back"),
                generation == 0 ? null : Integer.valueOf(generation));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
