package io.ordertrail.app.importing;

import java.util.List;
import java.util.Map;

/**
 * What to tell the service about one order.
 *
 * @param placement body of the request that places it
 * @param steps what happened afterwards, oldest first
 */
record Draft(String ref, Map<String, Object> placement, List<Step> steps) {}
