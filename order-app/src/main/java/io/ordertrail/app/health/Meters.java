package io.ordertrail.app.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.ordertrail.api.audit.ChainState;
import io.ordertrail.api.process.Processes;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.RebuildStatus;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * The meters {@code ordertrail.projection.*}, {@code ordertrail.process.*}, {@code ordertrail.steps.*} and
 * {@code ordertrail.chain.*}.
 */
final class Meters {

    private final List<Gauge<Projections.Item>> projections;
    private final List<Gauge<Processes.Item>> processes;
    private final List<Gauge<Processes.Sender>> steps;
    private final AtomicLong chainLag;
    private final AtomicLong chainFailing;

    Meters(MeterRegistry registry) {
        chainLag = number(registry, "ordertrail.chain.lag", "Positions of the event store that the chain is behind");
        chainFailing = number(registry, "ordertrail.chain.failing", "1 where the chain of events cannot go on");
        projections = List.of(
                new Gauge<>(
                        registry,
                        "ordertrail.projection.lag",
                        "Events that are stored and not yet processed",
                        Projections.Item::lag),
                new Gauge<>(registry, "ordertrail.projection.parked", "Events parked", Projections.Item::deadLetters),
                new Gauge<>(registry, "ordertrail.projection.running", "1 where it runs", item -> flag(item.running())),
                new Gauge<>(
                        registry,
                        "ordertrail.projection.failing",
                        "1 where it cannot go on and tries again",
                        item -> flag(item.error() != null)),
                new Gauge<>(
                        registry,
                        "ordertrail.projection.rebuilding",
                        "1 where its rows are being made anew",
                        item -> flag(isRebuilding(item))));
        processes = List.of(
                new Gauge<>(
                        registry,
                        "ordertrail.process.lag",
                        "Events that are stored and not yet processed",
                        Processes.Item::lag),
                new Gauge<>(registry, "ordertrail.process.parked", "Events parked", Processes.Item::parked),
                new Gauge<>(registry, "ordertrail.process.running", "1 where it runs", item -> flag(item.running())),
                new Gauge<>(
                        registry,
                        "ordertrail.process.failing",
                        "1 where it cannot go on and tries again",
                        item -> flag(item.failing())));
        steps = List.of(
                new Gauge<>(
                        registry, "ordertrail.steps.due", "Steps that should have been sent", Processes.Sender::due),
                new Gauge<>(
                        registry,
                        "ordertrail.steps.stuck",
                        "Steps that fail again and again",
                        Processes.Sender::stuck));
    }

    private static AtomicLong number(MeterRegistry registry, String name, String description) {
        AtomicLong number = new AtomicLong();
        io.micrometer.core.instrument.Gauge.builder(name, number, AtomicLong::get)
                .description(description)
                .register(registry);
        return number;
    }

    /** A number of each of several things. */
    private record Gauge<T>(MultiGauge gauge, ToDoubleFunction<T> number) {

        Gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<T> number) {
            this(MultiGauge.builder(name).description(description).register(registry), number);
        }

        void set(List<Row<T>> rows) {
            gauge.register(
                    rows.stream()
                            .map(row -> MultiGauge.Row.of(Tags.of(row.tag, row.name), number.applyAsDouble(row.item)))
                            .toList(),
                    true);
        }
    }

    private record Row<T>(String tag, String name, T item) {}

    void set(Projections now) {
        List<Row<Projections.Item>> rows = now.items().stream()
                .map(item -> new Row<>("projection", item.name(), item))
                .toList();
        projections.forEach(gauge -> gauge.set(rows));
    }

    void set(Processes now) {
        List<Row<Processes.Item>> items = now.items().stream()
                .map(item -> new Row<>("process", item.name(), item))
                .toList();
        processes.forEach(gauge -> gauge.set(items));
        List<Row<Processes.Sender>> senders = now.steps().stream()
                .map(sender -> new Row<>("process", sender.process(), sender))
                .toList();
        steps.forEach(gauge -> gauge.set(senders));
    }

    void set(ChainState now) {
        chainLag.set(now.lag());
        chainFailing.set(now.failing() ? 1 : 0);
    }

    private static boolean isRebuilding(Projections.Item item) {
        return item.rebuild() != null && item.rebuild().status() != RebuildStatus.ASKED;
    }

    private static double flag(boolean set) {
        return set ? 1 : 0;
    }
}
