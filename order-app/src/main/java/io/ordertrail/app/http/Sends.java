package io.ordertrail.app.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API description which headers every successful answer of an endpoint carries. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sends {

    Header[] value();

    /** A header of an answer. */
    enum Header {
        ETAG,
        LOCATION,
        /** RFC 8288; there only where there is something to link to. */
        LINK
    }
}
