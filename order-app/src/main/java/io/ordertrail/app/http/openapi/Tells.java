package io.ordertrail.app.http.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a stream tells, one after the other. The file {@code openapi/} operation {@code .txt} is an example. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tells {

    /** The schema of an item, or of what it consists of. */
    Class<?> value();

    /** Whether an item is a list of them. */
    boolean lists() default false;
}
