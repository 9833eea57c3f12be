package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;
import java.util.List;

/** Keys, the oldest first. */
@Named("access.KeyList")
public record KeyList(List<ListedKey> items) {}
