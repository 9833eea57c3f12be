package io.ordertrail.api.personal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The customer whose {@link PersonalData} an event holds. An event that holds any names exactly one, itself or by a
 * method that all events of its subject have.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface DataSubject {

    /**
     * Whether it is not the customer's id but that of something of theirs: an order, a part of one, an account. Whose
     * that is, the first event of its stream says. Of a customer who is forgotten such an event is stored nevertheless,
     * without what is personal; one that names the customer is not.
     */
    boolean byOwner() default false;
}
