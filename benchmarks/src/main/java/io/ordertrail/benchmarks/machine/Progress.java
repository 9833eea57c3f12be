package io.ordertrail.benchmarks.machine;

/**
 * How far views and processes are.
 *
 * @param head position of the last event stored
 * @param behind events that the slowest view or process has still to process
 * @param due steps that should have been sent by now
 */
public record Progress(long head, long behind, long due) {

    /** Events and steps that wait. */
    public long backlog() {
        return behind + due;
    }
}
