/** The service's REST API as its client sees it: requests with keys, tries with pauses, and why it gave up. */
@NullMarked
package io.ordertrail.app.importing.client;

import org.jspecify.annotations.NullMarked;
