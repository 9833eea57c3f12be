package io.ordertrail.app.http.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the API description that a request must carry a signature of its body, and is refused with 401 where it does
 * not.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Signed {

    /** The header that it stands in. */
    String header();

    /** How it is made, in words. */
    String form();
}
