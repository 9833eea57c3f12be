package io.ordertrail.api.message;

/**
 * What every accepted command answers.
 *
 * @param id the aggregate that the command changed
 * @param version sequence number of the last event that the command made, from 0; the strong ETag of the resource
 * @param replayed whether the command stored nothing, for what it asks had been done before: by itself, whose first
 *     answer this is again, or by another one
 */
@Named("Receipt")
public record Receipt(String id, long version, boolean replayed) {

    public static Receipt of(String id, long version) {
        return new Receipt(id, version, false);
    }

    public Receipt again() {
        return new Receipt(id, version, true);
    }
}
