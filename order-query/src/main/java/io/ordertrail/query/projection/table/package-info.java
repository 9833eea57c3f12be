/** Tables of rows: their columns, how they are read and written, and how they are proved. */
@NullMarked
package io.ordertrail.query.projection.table;

import org.jspecify.annotations.NullMarked;
