/** Whether a message keeps the bounds that it names itself. */
@NullMarked
package io.ordertrail.axon.validation;

import org.jspecify.annotations.NullMarked;
