/** The description of the API (OpenAPI 3.1), made from the endpoints and the records that they read and write. */
@NullMarked
package io.ordertrail.app.http.openapi;

import org.jspecify.annotations.NullMarked;
