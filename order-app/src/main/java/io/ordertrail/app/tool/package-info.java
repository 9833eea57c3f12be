/** What the tools of the command line share. */
@NullMarked
package io.ordertrail.app.tool;

import org.jspecify.annotations.NullMarked;
