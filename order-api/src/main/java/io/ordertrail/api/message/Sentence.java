package io.ordertrail.api.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record says to a person. {@code {name}} stands for the value of the component of that name, a list with
 * commas. What stands in {@code […]} is left out where a value in it is null.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sentence {

    String value();
}
