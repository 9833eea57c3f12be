package io.ordertrail.axon.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/**
 * What H2 tells of its file.
 *
 * @param size of the file
 * @param live how much of that is data, about
 */
record FileUse(DataSize size, DataSize live) {

    static FileUse of(Connection connection) throws SQLException {
        Map<String, Long> info = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select setting_name, setting_value"
                        + " from information_schema.settings where setting_name in ('info.FILE_SIZE',"
                        + " 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE')")) {
            while (row.next()) {
                info.put(row.getString(1), row.getLong(2));
            }
        }
        long size = info.getOrDefault("info.FILE_SIZE", 0L);
        long live = size
                * info.getOrDefault("info.FILL_RATE", 0L)
                / 100
                * info.getOrDefault("info.CHUNKS_FILL_RATE", 0L)
                / 100;
        return new FileUse(DataSize.ofBytes(size), DataSize.ofBytes(live));
    }
}
