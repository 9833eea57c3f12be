/** What settings have in common: a value that makes no sense stops the start. */
@NullMarked
package io.ordertrail.axon.settings;

import org.jspecify.annotations.NullMarked;
