/** The database: the embedded H2 file and its compaction, the migration of tables, and the watch over both. */
@NullMarked
package io.ordertrail.axon.database;

import org.jspecify.annotations.NullMarked;
