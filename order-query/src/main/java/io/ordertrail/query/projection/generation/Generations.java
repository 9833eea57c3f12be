package io.ordertrail.query.projection.generation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes and drops the tables of generations, and records which of them is what. */
public final class Generations {

    private static final String SELECT =
            "select projection, generation, state, made_by, tables, since from view_generation ";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Generations(JdbcTemplate template, Clock clock) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.clock = clock;
    }

    public List<Generation> of(String projection) {
        return jdbc.sql(SELECT + "where projection = ? order by generation")
                .param(projection)
                .query(Generations::read)
                .list();
    }

    /** Of all views, those that are not live and that nobody fills. */
    public List<Generation> old() {
        return jdbc.sql(SELECT + "where state in ('KEPT', 'PREPARED', 'DROPPED')")
                .query(Generations::read)
                .list();
    }

    private static Generation read(ResultSet row, int number) throws SQLException {
        return new Generation(
                row.getString(1),
                row.getInt(2),
                GenerationState.valueOf(row.getString(3)),
                row.getString(4),
                List.of(row.getString(5).split(",")),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    public Optional<Generation> of(String projection, GenerationState state) {
        return of(projection).stream().filter(one -> one.state() == state).findFirst();
    }

    /** The one of this number. */
    public Optional<Generation> find(String projection, int number) {
        return of(projection).stream().filter(one -> one.number() == number).findFirst();
    }

    /** Notes a generation whose tables are to be made; nothing if it is noted already, by another process. */
    public void add(String projection, int number) {
        ViewScript script = ViewScript.of(projection);
        jdbc.sql(
                        "insert into view_generation (projection, generation, state, made_by, tables, since) values (?, ?, 'NEW', ?, ?, ?)"
                                + " on conflict do nothing")
                .params(projection, number, script.fingerprint(), String.join(",", script.tables(number)), now())
                .update();
    }

    /** One that did not exist, with its tables. */
    public Generation next(String projection, GenerationState state) {
        int number = of(projection).stream().mapToInt(Generation::number).max().orElse(0) + 1;
        add(projection, number);
        Generation made = find(projection, number).orElseThrow();
        put(made, state);
        createTables(made);
        return made;
    }

    /** Makes what is missing of the tables, which in some databases (H2) ends the present transaction. */
    public void createTables(Generation generation) {
        ViewScript.of(generation.projection()).tablesOf(generation.number()).forEach(template::execute);
    }

    /** Makes what is missing of the indexes that only readers need, in the same way. */
    public void createIndexes(Generation generation) {
        ViewScript.of(generation.projection()).indexesOf(generation.number()).forEach(template::execute);
    }

    public void put(Generation generation, GenerationState state) {
        jdbc.sql("update view_generation set state = ?, since = ? where projection = ? and generation = ?")
                .params(state.name(), now(), generation.projection(), generation.number())
                .update();
    }

    /** @throws IllegalStateException somebody was forgotten meanwhile, who may still be in its rows */
    public void prepared(Generation generation) {
        int updated = jdbc.sql("update view_generation set state = 'PREPARED', since = ?"
                        + " where projection = ? and generation = ? and state = 'PREPARING'")
                .params(now(), generation.projection(), generation.number())
                .update();
        if (updated == 0) {
            throw new IllegalStateException(
                    "Somebody was forgotten meanwhile: " + generation.projection() + " is to be prepared once more");
        }
    }

    /** Keeps the live generation of {@code projection} live until the present transaction ends. */
    public void lock(String projection) {
        jdbc.sql("select generation from view_generation where projection = ? and state = 'LIVE' for update")
                .param(projection)
                .query(Integer.class)
                .list();
    }

    /**
     * Somebody is to be forgotten: no row that is no longer brought up to date is kept, and a rebuild that pauses is
     * given up. The tables are dropped by {@link #drop}.
     */
    public void forget() {
        jdbc.sql("update view_generation set state = 'DROPPED' where state in ('KEPT', 'PREPARING', 'PREPARED')")
                .update();
        jdbc.sql("update rebuild set wish = 'CANCEL' where wish = 'PAUSE' and generation is not null")
                .update();
    }

    /** Drops the tables of {@code generation}, and forgets it. */
    public void drop(Generation generation) {
        put(generation, GenerationState.DROPPED);
        generation.tables().forEach(table -> template.execute("drop table if exists " + table));
        jdbc.sql("delete from parked_sequence where projection = ? and generation = ?")
                .params(generation.projection(), generation.number())
                .update();
        jdbc.sql("delete from view_generation where projection = ? and generation = ? and state = 'DROPPED'")
                .params(generation.projection(), generation.number())
                .update();
    }

    /** Whether it was kept for longer than {@code most}. */
    public boolean isOld(Generation generation, Duration most) {
        return generation.since().plus(most).isBefore(clock.instant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
