@NullMarked
package io.ordertrail.query.report;

import org.jspecify.annotations.NullMarked;
