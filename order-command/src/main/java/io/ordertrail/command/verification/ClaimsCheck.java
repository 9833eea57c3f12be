package io.ordertrail.command.verification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.UniqueName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I2, of names: what events name is claimed by their streams, and no name is claimed by a stream that is not there. */
final class ClaimsCheck implements EventCheck {

    private static final int BATCH = 500;

    private final Tally claimed = new Tally("I2", "Every unique name in an event is claimed by its stream");
    private final Tally owned = new Tally("I2", "Every claimed name belongs to something that exists");
    private final JdbcClient jdbc;
    private final EventStore store;
    private final Function<EventMessage<?>, Stream<UniqueName>> reader;
    private final List<UniqueName> batch = new ArrayList<>();
    private final List<UniqueName> missing = new ArrayList<>();

    ClaimsCheck(JdbcClient jdbc, EventStore store, List<ClaimsOfEvents> subjects) {
        this.jdbc = jdbc;
        this.store = store;
        this.reader = ClaimsOfEvents.readerOf(subjects);
    }

    @Override
    public void see(EventMessage<?> event, Object payload) {
        reader.apply(event).forEach(batch::add);
        if (batch.size() >= BATCH) {
            look(batch);
        }
    }

    @Override
    public Stream<Check> checks(EventScan events) {
        look(batch);
        // With an Axon Server the event is there a moment before the row: what was missing then may be there now.
        Set<UniqueName> late = stored(missing);
        missing.stream().filter(claim -> !late.contains(claim)).forEach(claim -> claimed.breach(claim.toString()));

        jdbc.sql("select kind, name, owner from claimed_name")
                .withFetchSize(1000)
                .query(row -> {
                    owned.look();
                    UniqueName claim = new UniqueName(row.getString(1), row.getString(2), row.getString(3));
                    if (!events.hasStream(claim.owner())
                            && !store.readEvents(claim.owner()).hasNext()) {
                        owned.breach(claim.toString());
                    }
                });
        return Stream.of(claimed.check(), owned.check());
    }

    private void look(List<UniqueName> claims) {
        Set<UniqueName> there = stored(claims);
        for (UniqueName claim : claims) {
            claimed.look();
            if (!there.contains(claim)) {
                missing.add(claim);
            }
        }
        claims.clear();
    }

    private Set<UniqueName> stored(List<UniqueName> claims) {
        Set<UniqueName> there = new HashSet<>();
        Map<String, List<String>> names =
                claims.stream().collect(groupingBy(UniqueName::kind, mapping(UniqueName::name, toList())));
        names.forEach((kind, some) -> {
            for (int from = 0; from < some.size(); from += BATCH) {
                jdbc.sql("select kind, name, owner from claimed_name where kind = :kind and name in (:names)")
                        .param("kind", kind)
                        .param("names", some.subList(from, Math.min(from + BATCH, some.size())))
                        .query((row, n) -> new UniqueName(row.getString(1), row.getString(2), row.getString(3)))
                        .list()
                        .forEach(there::add);
            }
        });
        return there;
    }
}
