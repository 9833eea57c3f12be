package io.ordertrail.app.importing.file;

import java.util.Arrays;

/**
 * Where the rows of each order stand, however they are mixed: 36 to 72 bytes an order, and 24 to 48 for each stretch of
 * adjacent rows of one order. Of a reference it keeps 64 bits; two out of ten million are taken for one with a
 * probability of 0.000003, and then disagree in their reference, so that both are rejected.
 */
public final class Index {

    private static final int NONE = -1;

    /** Of each slot of the hash table: fingerprint, and the order it is of. */
    private long[] fingerprints = new long[1 << 10];

    private int[] owners = new int[1 << 10];

    private int[] firstStretch = new int[1 << 9];
    private int[] lastStretch = new int[1 << 9];
    private int[] rows = new int[1 << 9];
    private int orders;

    private long[] starts = new long[1 << 9];
    private long[] lines = new long[1 << 9];
    private int[] counts = new int[1 << 9];
    private int[] next = new int[1 << 9];
    private int stretches;

    private int latest = NONE;

    /** How many orders there are, in the order in which they first come. */
    public int orders() {
        return orders;
    }

    public int rows(int order) {
        return rows[order];
    }

    /** The next row of the file belongs to the order of this reference. */
    void add(String reference, long start, long line) {
        int order = order(Sha256.of(reference).fingerprint());
        rows[order]++;
        if (order == latest) {
            counts[lastStretch[order]]++;
            return;
        }
        latest = order;
        if (stretches == starts.length) {
            growStretches();
        }
        starts[stretches] = start;
        lines[stretches] = line;
        counts[stretches] = 1;
        next[stretches] = NONE;
        if (firstStretch[order] == NONE) {
            firstStretch[order] = stretches;
        } else {
            next[lastStretch[order]] = stretches;
        }
        lastStretch[order] = stretches++;
    }

    /** The first stretch of an order; those after it by {@link #after}. */
    int first(int order) {
        return firstStretch[order];
    }

    /** The stretch of the same order after this one, or a negative number. */
    int after(int stretch) {
        return next[stretch];
    }

    long start(int stretch) {
        return starts[stretch];
    }

    long line(int stretch) {
        return lines[stretch];
    }

    int count(int stretch) {
        return counts[stretch];
    }

    private int order(long fingerprint) {
        int mask = fingerprints.length - 1;
        int slot = (int) fingerprint & mask;
        while (fingerprints[slot] != 0) {
            if (fingerprints[slot] == fingerprint) {
                return owners[slot];
            }
            slot = slot + 1 & mask;
        }
        if (orders == rows.length) {
            growOrders();
        }
        fingerprints[slot] = fingerprint;
        owners[slot] = orders;
        firstStretch[orders] = NONE;
        int order = orders++;
        if (orders * 2L >= fingerprints.length) {
            growSlots();
        }
        return order;
    }

    private void growOrders() {
        firstStretch = Arrays.copyOf(firstStretch, orders * 2);
        lastStretch = Arrays.copyOf(lastStretch, orders * 2);
        rows = Arrays.copyOf(rows, orders * 2);
    }

    private void growStretches() {
        starts = Arrays.copyOf(starts, stretches * 2);
        lines = Arrays.copyOf(lines, stretches * 2);
        counts = Arrays.copyOf(counts, stretches * 2);
        next = Arrays.copyOf(next, stretches * 2);
    }

    private void growSlots() {
        long[] oldFingerprints = fingerprints;
        int[] oldOwners = owners;
        fingerprints = new long[oldFingerprints.length * 2];
        owners = new int[oldOwners.length * 2];
        int mask = fingerprints.length - 1;
        for (int i = 0; i < oldFingerprints.length; i++) {
            if (oldFingerprints[i] != 0) {
                int slot = (int) oldFingerprints[i] & mask;
                while (fingerprints[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                fingerprints[slot] = oldFingerprints[i];
                owners[slot] = oldOwners[i];
            }
        }
    }
}
