package io.ordertrail.command.verification;

import java.util.Arrays;

/**
 * Where each fingerprint was seen: the number of a stream and a sequence number in it. A hash table in three arrays, 20
 * bytes a slot, because a map of objects would take five times as much.
 */
public final class FingerprintTable {

    private static final int NOWHERE = -1;

    private long[] prints = new long[1024];
    private int[] streams = filled(1024);
    private long[] sequences = new long[1024];
    private int size;

    /** Notes a first sighting; false, and nothing changed, where there was one before. */
    public boolean add(long print, int stream, long sequence) {
        if (size * 2 >= prints.length) {
            grow();
        }
        int slot = slot(print);
        if (streams[slot] != NOWHERE) {
            return false;
        }
        prints[slot] = print;
        streams[slot] = stream;
        sequences[slot] = sequence;
        size++;
        return true;
    }

    public boolean contains(long print) {
        return streams[slot(print)] != NOWHERE;
    }

    /** Number of the stream in which a fingerprint that is here was seen. */
    int stream(long print) {
        return streams[slot(print)];
    }

    public long sequence(long print) {
        return sequences[slot(print)];
    }

    public void moveTo(long print, long sequence) {
        sequences[slot(print)] = sequence;
    }

    private int slot(long print) {
        int mask = prints.length - 1;
        int slot = (int) print & mask;
        while (streams[slot] != NOWHERE && prints[slot] != print) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldPrints = prints;
        int[] oldStreams = streams;
        long[] oldSequences = sequences;
        prints = new long[oldPrints.length * 2];
        streams = filled(prints.length);
        sequences = new long[prints.length];
        size = 0;
        for (int i = 0; i < oldPrints.length; i++) {
            if (oldStreams[i] != NOWHERE) {
                add(oldPrints[i], oldStreams[i], oldSequences[i]);
            }
        }
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NOWHERE);
        return slots;
    }
}
