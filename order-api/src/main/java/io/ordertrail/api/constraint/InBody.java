package io.ordertrail.api.constraint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a component of a command stands in the body of a request, if not under its own name. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface InBody {

    /** The field's name there; empty where the component's own fields stand beside the others. */
    String value();
}
