package io.ordertrail.query.projection.table;

import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.DigestUtils;

/** Rows and the sum of what they hold, in whatever order they come. */
final class RowCount {
    private long rows;
    private long checksum;

    void add(RowValues row) {
        rows++;
        addPart(row);
    }

    /** What belongs to a row. */
    void addPart(RowValues row) {
        checksum += ByteBuffer.wrap(DigestUtils.sha256(row.toString())).getLong();
    }

    long rows() {
        return rows;
    }

    boolean isAsThatOf(RowCount other) {
        return rows == other.rows && checksum == other.checksum;
    }

    /** Sixteen hexadecimal digits. */
    String checksum() {
        return "%016x".formatted(checksum);
    }
}
