/** Orders as Shopify exports them. */
@NullMarked
package io.ordertrail.app.importing.sale.shopify;

import org.jspecify.annotations.NullMarked;
