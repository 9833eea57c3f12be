/** What the files of shop programs have in common. */
@NullMarked
package io.ordertrail.app.importing.sale.shop;

import org.jspecify.annotations.NullMarked;
