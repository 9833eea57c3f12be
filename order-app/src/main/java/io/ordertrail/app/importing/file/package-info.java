/**
 * From the bytes of a file to rows of cells, whatever program wrote it: encoding, line ends, delimiter, numbers and
 * times.
 */
@NullMarked
package io.ordertrail.app.importing.file;

import org.jspecify.annotations.NullMarked;
