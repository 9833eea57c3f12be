/** The opening stock: its file, and how it is entered. */
@NullMarked
package io.ordertrail.app.importing.stock;

import org.jspecify.annotations.NullMarked;
