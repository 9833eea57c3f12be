package io.ordertrail.app.http.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record that an endpoint's query parameters become: one component each, of the same name, all nullable. Any
 * other parameter, a repeated one or a value of another form is a 400. An endpoint without such a record takes none. A
 * {@link java.util.List} is a parameter that may come up to 50 times; where its values are words of ours, also with
 * commas between them. It is empty, not null, where none came. A {@link java.util.Map} of lists is a parameter
 * {@code name[key]} for each key.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryString {}
