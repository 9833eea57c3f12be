package io.ordertrail.axon.commit;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.axon.failure.DatabaseFault;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.thread.UninterruptedThread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Handles the commands that wait together: one unit of work and one transaction for all of them, and in it a nested
 * unit of work for each. So they share one commit, which costs more than what most commands do; an aggregate that
 * several of them are for is read once. Nobody waits for a group to fill: what waits when a thread becomes free is a
 * group, and often that is one command.
 *
 * <p>A refusal is that command's alone. Any other failure, such as another node that was faster, breaks the group: it
 * is rolled back and handled again in halves, in the end one by one. So each command has the answer that it would have
 * had alone. It is answered after the commit.
 */
public final class CommandGroups implements AutoCloseable {

    /** The most commands of one transaction. */
    static final int MOST = 64;

    private static final Logger LOG = LoggerFactory.getLogger(CommandGroups.class);

    /** While one waits for the disk, or for another node, another works. */
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private static final long PATIENCE_MILLIS = 10_000;
    private static final List<WaitingCommand> END = new ArrayList<>();

    private final BlockingQueue<List<WaitingCommand>> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final TransactionManager transactions;
    private final TransactionManager repeatable;

    /** @param repeatable for groups that would be sent again */
    public CommandGroups(TransactionManager transactions, TransactionManager repeatable) {
        this.transactions = transactions;
        this.repeatable = repeatable;
        ThreadFactory factory = UninterruptedThread.of("commands");
        for (int n = 0; n < THREADS; n++) {
            Thread thread = factory.newThread(this::work);
            threads.add(thread);
            thread.start();
        }
    }

    /** Has {@code commands} handled one after the other, with what else waits. */
    public void add(List<WaitingCommand> commands) {
        queue.add(commands);
    }

    private void work() {
        try {
            for (List<WaitingCommand> first = queue.take(); first != END; first = queue.take()) {
                List<WaitingCommand> group = new ArrayList<>(first);
                boolean last = fill(group);
                handleOrFail(group);
                if (last) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("Interrupted; commands are handled by the other threads", e);
        }
    }

    /** Whether it met the end. */
    private boolean fill(List<WaitingCommand> group) {
        while (group.size() < MOST) {
            List<WaitingCommand> next = queue.poll();
            if (next == null) {
                return false;
            }
            if (next == END) {
                return true;
            }
            group.addAll(next);
        }
        return false;
    }

    /** A fault of ours must not end the thread, nor leave a sender without an answer. */
    private void handleOrFail(List<WaitingCommand> group) {
        try {
            handle(group, new HashSet<>());
        } catch (RuntimeException | Error e) {
            LOG.error("A group of {} commands failed", group.size(), e);
            group.forEach(command -> command.fail(new Unavailable("The command was not handled", e)));
        }
    }

    /** @param held the sequences of which a command failed */
    private void handle(List<WaitingCommand> waiting, Set<String> held) {
        Map<Boolean, List<WaitingCommand>> parts =
                waiting.stream().collect(Collectors.partitioningBy(command -> command.isOneOf(held)));
        fail(
                Objects.requireNonNull(parts.get(true)),
                new Unavailable("An earlier command of its sequence has failed"),
                held);
        List<WaitingCommand> group = Objects.requireNonNull(parts.get(false));
        if (group.size() > MOST) {
            inTwo(group, MOST, held);
        } else if (group.size() == 1) {
            alone(group.get(0), held);
        } else if (!group.isEmpty()) {
            RuntimeException failure = together(group);
            if (failure == null) {
                group.forEach(WaitingCommand::answer);
            } else if (isNobodys(failure)) {
                fail(group, failure, held);
            } else {
                LOG.debug("{} commands are handled again in halves", group.size(), failure);
                inTwo(group, group.size() / 2, held);
            }
        }
    }

    private void inTwo(List<WaitingCommand> group, int first, Set<String> held) {
        handle(group.subList(0, first), held);
        handle(group.subList(first, group.size()), held);
    }

    private static void fail(List<WaitingCommand> commands, RuntimeException failure, Set<String> held) {
        commands.forEach(command -> {
            command.hold(held);
            command.fail(failure);
        });
    }

    /** Whether it would be the same for each of them: one by one, they would wait for a connection one by one. */
    private static boolean isNobodys(RuntimeException failure) {
        return failure instanceof Unavailable
                || failure instanceof CannotCreateTransactionException
                || DatabaseFault.isAway(failure);
    }

    private void alone(WaitingCommand command, Set<String> held) {
        if (command.isInSequence()) {
            RuntimeException failure = together(List.of(command));
            if (failure != null && !isBroken(command)) {
                fail(List.of(command), failure, held);
                return;
            }
        } else {
            command.handle();
        }
        if (isBroken(command)) {
            command.hold(held);
        }
        command.answer();
    }

    /** What went wrong with the group, if anything did; then nothing of it is stored. */
    private @Nullable RuntimeException together(List<WaitingCommand> group) {
        // Two groups that want the same aggregates want them in the same order. Where a handler wants one more, they
        // may
        // still wait for each other; Axon finds that, and one of them is broken.
        List<WaitingCommand> sorted = new ArrayList<>(group);
        sorted.sort(Comparator.comparing(WaitingCommand::aggregate));
        try {
            UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("command group"));
            // What is in sequence is sent again after a kill.
            work.attachTransaction(group.stream().allMatch(WaitingCommand::isInSequence) ? repeatable : transactions);
            work.execute(() -> {
                for (WaitingCommand command : sorted) {
                    command.handle();
                    if (isBroken(command)) {
                        throw new GroupBroken(command.failure());
                    }
                }
            });
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Not by a decision, which stands. */
    private static boolean isBroken(WaitingCommand command) {
        Throwable failure = command.failure();
        return failure != null && !(failure instanceof Refused no && !(no.refusal() instanceof OfAttempt));
    }

    /** What waits is answered; then the threads end. */
    @Override
    public void close() {
        threads.forEach(thread -> queue.add(END));
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class GroupBroken extends RuntimeException {

        private static final long serialVersionUID = 1;

        GroupBroken(@Nullable Throwable cause) {
            super("One command of a group failed", cause);
        }
    }
}
