package io.ordertrail.app.http.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API description which headers every successful answer of an endpoint carries. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sends {

    Header[] value();

    /** The name of {@link Header#AS_OF}. */
    String AS_OF_HEADER = "Ordertrail-As-Of";

    /** A header of an answer. */
    enum Header {
        ETAG,
        /** Not where the answer is of a moment by business time, which has no version. */
        ETAG_OF_VERSION,
        LOCATION,
        /** RFC 8288; there only where there is something to link to. */
        LINK,
        /** The moment of which an export is. */
        AS_OF
    }
}
