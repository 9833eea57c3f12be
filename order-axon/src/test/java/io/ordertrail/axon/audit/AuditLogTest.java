package io.ordertrail.axon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordertrail.api.audit.AuditEntry;
import io.ordertrail.axon.personal.ServiceKeysForTests;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionOperations;

class AuditLogTest {

    private AuditTable table;
    private AuditLog log;
    private JdbcClient jdbc;

    @BeforeEach
    void begin() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/write/V5__chains.sql"),
                        new ClassPathResource("db/keys/V3__personal_keys.sql"))
                .execute(database);
        jdbc = JdbcClient.create(database);
        table = new AuditTable(jdbc, new ChainHeads(jdbc));
        log = new AuditLog(
                table, ServiceKeysForTests.in(jdbc), TransactionOperations.withoutTransaction(), Clock.systemUTC());
    }

    private static AuditRecord by(String actor) {
        return new AuditRecord("MISSING_ROLE", "order.CancelOrder", actor, null, null, null);
    }

    private List<AuditEntry> written() {
        log.write();
        return table.before(Long.MAX_VALUE, 500);
    }

    @Test
    void the_same_is_one_entry_until_it_is_written_down() {
        log.add(by("a"));
        log.add(by("b"));
        log.add(by("a"));
        assertThat(written())
                .extracting(AuditEntry::actor, AuditEntry::times)
                .containsExactly(tuple("b", 1L), tuple("a", 2L));
        log.add(by("a"));
        assertThat(written()).hasSize(3);
    }

    /** Who is refused in a thousand ways fills neither the memory nor the disk. */
    @Test
    void what_there_is_no_room_for_is_counted() {
        for (int n = 0; n < AuditLog.AT_ONCE + 7; n++) {
            log.add(by("actor " + n));
        }
        assertThat(written()).hasSize(AuditLog.AT_ONCE + 1).first().satisfies(entry -> {
            assertThat(entry.code()).isEqualTo(AuditLog.DROPPED);
            assertThat(entry.times()).isEqualTo(7);
        });
    }

    @Test
    void what_cannot_be_written_down_is_counted_and_nobody_fails() {
        jdbc.sql("alter table audit_entry rename to away").update();
        log.add(by("a"));
        log.add(by("a"));
        log.write();
        jdbc.sql("alter table away rename to audit_entry").update();
        assertThat(written()).singleElement().satisfies(entry -> {
            assertThat(entry.code()).isEqualTo(AuditLog.DROPPED);
            assertThat(entry.times()).isEqualTo(2);
        });
    }

    @Test
    void an_entry_is_one_line_of_no_more_than_200_characters() {
        log.add(by("x\n".repeat(200)));
        assertThat(written())
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).hasSize(200).doesNotContain("\n"));
    }
}
