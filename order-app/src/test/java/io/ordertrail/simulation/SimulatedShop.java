package io.ordertrail.simulation;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import io.ordertrail.axon.process.Policy;
import io.ordertrail.axon.process.step.SimulatedProcesses.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

/** A shop that the simulation plays in: who does what in it, and what is known of it. */
final class SimulatedShop {

    private static final int MOST_ROUNDS = 400;
    private static final int MOST_A_BATCH = 6;

    final SimulatedNode node;
    final Books books = new Books();
    final List<String> words = new ArrayList<>();
    final Map<String, Long> receivedByHand = new LinkedHashMap<>();
    private final Map<String, Deque<EventMessage<?>>> untold = new LinkedHashMap<>();
    private final List<TrackedEventMessage<?>> stored = new ArrayList<>();
    private final List<Taken> asleep = new ArrayList<>();
    private final Mutant mutant;
    private long position;
    private int requests;
    private boolean dieAfterSend;
    private boolean calm;

    SimulatedShop(SimulatedNode node, Mutant mutant) {
        this.node = node;
        this.mutant = mutant;
        node.empty();
        node.bank.lies(mutant == Mutant.TIME_OUT_IS_A_NO);
        node.sendStepsBy(this::sendStep);
    }

    private void sendStep(Object command, MetaData asked) {
        try {
            Object changed = mutant.change(command, books);
            if (changed != null) {
                node.send(changed, mutant.forgets(command) ? asked.withoutKeys(Set.of(MetaKeys.COMMAND_ID)) : asked);
            }
        } catch (Refused no) {
            throw no;
        } catch (RuntimeException e) {
            throw new Died2(new Breach("A step failed: " + command, e));
        }
        if (dieAfterSend) {
            throw new Died();
        }
    }

    /** An error, so that the runner of steps does not take it for a failure to be tried again. */
    private static final class Died2 extends Error {
        private static final long serialVersionUID = 1;
        private final Breach breach;

        Died2(Breach breach) {
            super(breach);
            this.breach = breach;
        }
    }

    Instant now() {
        return node.clock.instant();
    }

    void say(String what) {
        if (!calm) {
            words.add(what);
        }
    }

    /** A request of staff or of a customer. */
    Optional<Refusal> ask(Object command, String... roles) {
        String key = "r" + ++requests;
        RequestContext by =
                new RequestContext("anna", List.of(roles), key, "t", new Idempotency("POST /", key, "h"), null);
        try {
            Optional<Refusal> no = node.ask(command, by);
            say(command + (no.isPresent() ? " -> refused: " + no.get().code() : ""));
            if (requests % 13 == 0) {
                node.ask(command, by);
            }
            return no;
        } catch (RuntimeException e) {
            throw new Breach("A request failed: " + command, e);
        } finally {
            catchUp();
        }
    }

    Optional<Refusal> ask(Object command) {
        return ask(command, "SUPERVISOR");
    }

    /** Reads what was stored since. */
    void catchUp() {
        for (TrackedEventMessage<?> event : node.eventsAfter(position)) {
            position = event.trackingToken().position().orElseThrow();
            stored.add(event);
            books.see(event.getPayload());
            if (node.processes.concerns(event)) {
                untold.computeIfAbsent(node.processes.subject(event), subject -> new ArrayDeque<>())
                        .add(event);
            }
        }
    }

    /** Policies take in some events of one subject, or die at it. */
    void takeIn(Random dice) {
        List<String> subjects = untold.entrySet().stream()
                .filter(queue -> !queue.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (subjects.isEmpty()) {
            return;
        }
        String subject = subjects.get(dice.nextInt(subjects.size()));
        boolean dies = dice.nextInt(20) == 0;
        takeIn(subject, 1 + dice.nextInt(MOST_A_BATCH), dies);
    }

    private void takeIn(String subject, int most, boolean dies) {
        Deque<EventMessage<?>> queue = untold.get(subject);
        List<EventMessage<?>> batch =
                queue.stream().limit(most).<EventMessage<?>>map(e -> e).toList();
        say("policies take in " + names(batch) + " of " + subject + (dies ? ", and die" : ""));
        try {
            node.processes.takeIn(batch, () -> {
                if (dies) {
                    // An error at this point would leave Axon's unit of work open.
                    throw new IllegalStateException("The node died");
                }
            });
            batch.forEach(done -> queue.poll());
        } catch (RuntimeException e) {
            // Where it died, all of it comes again.
            if (!dies) {
                throw new Breach("Policies cannot take in " + names(batch), e);
            }
        }
        catchUp();
    }

    private static List<String> names(List<EventMessage<?>> batch) {
        return batch.stream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }

    /** One step of one subject is sent; or somebody takes it, and falls asleep. */
    void step(Random dice) {
        List<String> due = node.processes.dueSubjects(now());
        if (due.isEmpty()) {
            return;
        }
        Taken step =
                node.processes.next(due.get(dice.nextInt(due.size())), now()).orElseThrow();
        int fate = dice.nextInt(24);
        if (fate < 2) {
            say("somebody takes " + step.name() + " and falls asleep");
            asleep.add(step);
            return;
        }
        send(step, fate < 5, "step ");
    }

    void wake(Random dice) {
        if (!asleep.isEmpty()) {
            send(asleep.remove(dice.nextInt(asleep.size())), false, "wakes, and sends ");
        }
    }

    private void send(Taken step, boolean dies, String how) {
        say(how + step.name() + (dies ? ", and dies" : ""));
        dieAfterSend = dies;
        try {
            node.processes.send(step);
        } catch (Died e) {
            // Its row is still there.
        } catch (Died2 e) {
            throw e.breach;
        } finally {
            dieAfterSend = false;
            catchUp();
        }
    }

    /** A provider is asked what is due. */
    void provider(Random dice) {
        var due = node.worker.waiting().stream()
                .filter(request -> !request.due().isAfter(now()))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        String key = due.get(dice.nextInt(due.size())).providerKey();
        int fate = dice.nextInt(100);
        Bank.Mood mood = fate < 68
                ? Bank.Mood.YES
                : fate < 76
                        ? Bank.Mood.NO
                        : fate < 85 ? Bank.Mood.SILENT_YES : fate < 90 ? Bank.Mood.SILENT_NO : Bank.Mood.LOST;
        node.bank.next(mood);
        if (dice.nextInt(25) == 0) {
            boolean arrives = dice.nextBoolean();
            say("provider is asked " + key + ", and the asker dies; "
                    + (arrives ? "it arrived: " + mood : "nothing arrived"));
            node.worker
                    .askAndDie(key)
                    .filter(r -> arrives && r.choice().method().equals(Bank.NAME))
                    .ifPresent(node.bank::capture);
        } else {
            say("provider is asked " + key + ": " + mood);
            node.worker.ask(key);
        }
        node.bank.next(Bank.Mood.YES);
        catchUp();
    }

    /** The projections take in a batch, or die at it. */
    void project(Random dice) {
        boolean dies = dice.nextInt(10) == 0;
        try {
            node.projections.takeIn(stored, 1 + dice.nextInt(60), () -> {
                if (dies) {
                    throw new IllegalStateException("The node died");
                }
            });
        } catch (RuntimeException e) {
            // Where it died, all of it comes again.
            if (!dies) {
                throw new Breach("The projections fail", e);
            }
        }
    }

    /** Every projection comes to where the store ends, and the processes are there. */
    void project() {
        try {
            node.projections.takeIn(stored, Integer.MAX_VALUE, () -> {});
        } catch (RuntimeException e) {
            throw new Breach("The projections fail", e);
        }
        node.projections.atEnd(Policy.PROCESSOR, stored);
    }

    void time(Random dice) {
        int way = dice.nextInt(10);
        Instant next = way < 4
                ? now().plusSeconds(dice.nextInt(90))
                : way < 9
                        ? nextDue()
                                .filter(due -> due.isBefore(now().plus(Duration.ofHours(7))))
                                .orElse(now())
                        : now().plus(Duration.ofHours(dice.nextInt(30)));
        node.clock.advanceTo(next);
        say("it is " + now());
    }

    private Optional<Instant> nextDue() {
        Optional<Instant> step = node.processes.nextDue();
        Optional<Instant> request = node.worker.waiting().stream().findFirst().map(r -> r.due());
        return step.isEmpty()
                ? request
                : request.filter(r -> r.isBefore(step.get())).or(() -> step);
    }

    /** Processes, steps and providers go on for a while without anybody's doing. */
    void goOn(Random dice) {
        int moves = 6 + dice.nextInt(24);
        for (int move = 0; move < moves; move++) {
            switch (dice.nextInt(5)) {
                case 0, 1 -> takeIn(dice);
                case 2, 3 -> step(dice);
                default -> provider(dice);
            }
        }
    }

    /**
     * Lets everything come to rest that does so by itself.
     *
     * @param hop so far time goes on whenever nothing is left to do at the moment
     * @param most how often it does
     */
    void rest(Duration hop, int most) {
        int hops = most;
        calm = true;
        node.bank.next(Bank.Mood.YES);
        while (!asleep.isEmpty()) {
            send(asleep.remove(0), false, "");
        }
        // Between two hops: what is refused every day is asked for again every day.
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!work()) {
                if (hops-- == 0) {
                    calm = false;
                    return;
                }
                node.clock.advanceTo(now().plus(hop));
                round = 0;
            }
        }
        throw new Breach("It does not come to rest");
    }

    private boolean work() {
        boolean worked = false;
        for (String subject : List.copyOf(untold.keySet())) {
            while (!untold.get(subject).isEmpty()) {
                takeIn(subject, 50, false);
                worked = true;
            }
        }
        for (String subject : node.processes.dueSubjects(now())) {
            Optional<Taken> next = node.processes.next(subject, now());
            for (int n = 0; n < 40 && next.isPresent(); n++) {
                send(next.get(), false, "");
                worked = true;
                next = node.processes.next(subject, now());
            }
        }
        for (var request : node.worker.waiting()) {
            if (!request.due().isAfter(now())) {
                node.worker.ask(request.providerKey());
                catchUp();
                worked = true;
            }
        }
        return worked;
    }
}
