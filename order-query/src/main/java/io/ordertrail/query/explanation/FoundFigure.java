package io.ordertrail.query.explanation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** @param currency null for a quantity */
record FoundFigure(BigDecimal value, @Nullable String currency) {}
