package io.ordertrail.app.importing;

import java.util.Arrays;

/**
 * A set of texts by 64-bit fingerprint: 16 to 32 bytes each, however long they are. Two texts out of ten million are
 * taken for one with a probability of 0.000003.
 */
final class Fingerprints {

    private long[] slots = new long[1 << 10];
    private int size;

    /** Whether it was not there before. */
    boolean add(String text) {
        if (size * 2L >= slots.length) {
            grow();
        }
        return put(Sha256.of(text).fingerprint());
    }

    private boolean put(long fingerprint) {
        int mask = slots.length - 1;
        for (int i = (int) fingerprint & mask; ; i = (i + 1) & mask) {
            if (slots[i] == fingerprint) {
                return false;
            }
            if (slots[i] == 0) {
                slots[i] = fingerprint;
                size++;
                return true;
            }
        }
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        Arrays.stream(old).filter(slot -> slot != 0).forEach(this::put);
    }
}
