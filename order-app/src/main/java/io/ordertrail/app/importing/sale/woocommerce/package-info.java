/** Orders as WooCommerce's export plug-ins write them. */
@NullMarked
package io.ordertrail.app.importing.sale.woocommerce;

import org.jspecify.annotations.NullMarked;
