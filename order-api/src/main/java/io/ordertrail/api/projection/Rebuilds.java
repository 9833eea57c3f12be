package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import java.util.List;

/** Rebuilds of a view, the last one first. */
@Named("projection.Rebuilds")
public record Rebuilds(List<Rebuild> items) {}
