package io.ordertrail.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What restless clients share: the orders, how much is still to be done, and what they were answered. */
final class Crowd {

    private final List<String> accounts;
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private final Map<String, Long> received = new ConcurrentHashMap<>();
    private final Map<Integer, Long> answers = new ConcurrentSkipListMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger toPlace = new AtomicInteger();
    private final AtomicInteger toDo = new AtomicInteger();
    private final AtomicLong cutOff = new AtomicLong();

    Crowd(List<String> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /** Of each customer, in order; each is the owner's own. */
    List<String> accounts() {
        return accounts;
    }

    /** There is so much more to do. */
    void begin(int moreOrders, int moreDeeds) {
        toPlace.addAndGet(moreOrders);
        toDo.addAndGet(moreDeeds);
    }

    boolean mayGoOn() {
        return toDo.get() > 0;
    }

    void done() {
        toDo.decrementAndGet();
    }

    int left() {
        return Math.max(0, toDo.get());
    }

    /** While there are few orders the next is placed sooner. */
    boolean mayPlace(Random random) {
        return (orders.isEmpty() || random.nextInt(6) == 0) && toPlace.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    void placed(String orderId) {
        orders.add(orderId);
    }

    /** One of the latest more often than an old one. */
    Optional<String> anyOrder(Random random) {
        int size = orders.size();
        if (size == 0) {
            return Optional.empty();
        }
        int back = Math.min(random.nextInt(size), random.nextInt(size));
        return Optional.of(orders.get(size - 1 - back));
    }

    void received(String sku, long units) {
        received.merge(sku, units, Long::sum);
    }

    long receivedOf(String sku) {
        return received.getOrDefault(sku, 0L);
    }

    void answered(Reply reply) {
        answers.merge(reply.status(), 1L, Long::sum);
        if (reply.status() >= 500 && reply.status() != 503) {
            faults.add(reply.toString());
        }
    }

    void cutOff() {
        cutOff.incrementAndGet();
    }

    /** Answers that are the service's own fault. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "%d orders, answers %s, %d attempts without one"
                .formatted(orders.size(), new TreeMap<>(answers), cutOff.get());
    }
}
