package io.ordertrail.app.http.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the body of a request, or a part of it, becomes. Its fields have the bounds of the fields of the same name
 * there. The description of the API shows them, and the command side holds them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Becomes {

    /** Records of the contract; the first that has a field of the name counts. */
    Class<? extends Record>[] value();
}
