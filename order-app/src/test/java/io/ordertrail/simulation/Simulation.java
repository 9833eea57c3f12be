package io.ordertrail.simulation;

import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Outcome;
import io.ordertrail.api.verification.VerificationQuery.VerifyViews;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.axon.message.RequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Lets a shop live through the choices of a seed, and has it judged. */
final class Simulation {

    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Of so many shops one is verified soon too, as all are in the end: it takes a quarter of the time. */
    private static final int VERIFIED_TWICE = 4;

    private static final RequestContext AUDITOR =
            new RequestContext("verify", List.of("SERVICE"), "verify", "t", null, null);

    private final SimulatedNode node;
    private final Mutant mutant;

    Simulation(SimulatedNode node, Mutant mutant) {
        this.node = node;
        this.mutant = mutant;
    }

    /**
     * What was found.
     *
     * @param words what happened, one line each
     */
    record Finding(long seed, List<Choice> choices, String breach, List<String> words, Throwable why) {}

    static List<Choice> choices(long seed) {
        Random dice = new Random(seed);
        int length = 40 + dice.nextInt(100);
        List<Choice> choices = new ArrayList<>();
        for (int n = 0; n < length; n++) {
            choices.add(new Choice(Deed.at(dice.nextInt(Deed.ALL)), dice.nextLong()));
        }
        return choices;
    }

    Optional<Finding> run(long seed) {
        return run(seed, choices(seed));
    }

    Optional<Finding> run(long seed, List<Choice> choices) {
        mutant.reset();
        SimulatedShop shop = new SimulatedShop(node, mutant);
        try {
            People people = new People(shop, seed);
            for (Choice choice : choices) {
                Random dice = new Random(choice.dice());
                switch (choice.deed()) {
                    case TAKE_IN -> shop.takeIn(dice);
                    case STEP -> shop.step(dice);
                    case WAKE -> shop.wake(dice);
                    case PROVIDER -> shop.provider(dice);
                    case PROJECT -> shop.project(dice);
                    case TIME -> shop.time(dice);
                    case GO_ON -> shop.goOn(dice);
                    default -> people.act(choice.deed(), dice);
                }
            }
            Judge judge = new Judge(shop);
            shop.rest(A_WHILE, 14);
            people.mend();
            shop.rest(A_WHILE, 14);
            judge.check();
            if (seed % VERIFIED_TWICE == 0) {
                verify(shop);
            }
            shop.rest(A_DAY, 32);
            judge.check();
            verify(shop);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Finding(seed, choices, String.valueOf(e.getMessage()), shop.words, e));
        }
    }

    /** The history of each order in words, after {@code found} was run again. */
    List<String> histories(Finding found) {
        run(found.seed(), found.choices());
        node.projections.takeIn(node.eventsAfter(0), Integer.MAX_VALUE, () -> {});
        return node.orders()
                .flatMap(order -> Stream.concat(
                        Stream.of("History of " + order),
                        history(order).stream().map(Simulation::line)))
                .toList();
    }

    private List<OrderHistory.Entry> history(String order) {
        return node.query(new GetOrderHistory(order, null, null, null), OrderHistory.class, AUDITOR)
                .entries();
    }

    private static String line(OrderHistory.Entry entry) {
        return "%4d  %s  %s  %s, by %s"
                .formatted(entry.version(), entry.at(), entry.subject(), entry.summary(), entry.actor());
    }

    /** What {@code verify} says of the database. */
    private void verify(SimulatedShop shop) {
        shop.project();
        List<String> broken = Stream.of(new VerifyWrites(), new VerifyViews())
                .flatMap(query -> node.query(query, Verification.class, AUDITOR).checks().stream())
                .filter(check -> check.outcome() != Outcome.OK)
                .map(check -> check.id() + " " + check.claim() + ": " + check.examples())
                .toList();
        if (!broken.isEmpty()) {
            throw new Breach("verify: " + broken);
        }
        node.orders().forEach(new Reasons(node, AUDITOR)::check);
    }

    /** Leaves out choices as long as something stays wrong, for {@code patience} at most. */
    Finding shrink(Finding found, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Finding best = found;
        for (int part = Math.max(1, best.choices().size() / 2); part >= 1; part = part == 1 ? 0 : part / 2) {
            int from = 0;
            while (from < best.choices().size() && System.nanoTime() < end) {
                List<Choice> fewer = new ArrayList<>(best.choices());
                fewer.subList(from, Math.min(from + part, fewer.size())).clear();
                Optional<Finding> still =
                        run(best.seed(), fewer).filter(other -> sort(other).equals(sort(found)));
                if (still.isPresent()) {
                    best = still.get();
                } else {
                    from += part;
                }
            }
        }
        return best;
    }

    /** What sort of breach it is, whatever the ids and amounts. */
    static String sort(Finding found) {
        return found.breach()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-[0-9a-f]{12})?", "#")
                .replaceAll("[0-9.]+", "#");
    }
}
