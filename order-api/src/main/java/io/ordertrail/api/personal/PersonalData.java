package io.ordertrail.api.personal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that tells about a person: a name, an address, how to reach them, or what was written about them. In stored
 * events it is encrypted with the key of the {@link DataSubject}. When that key is gone it reads {@link Erased#TEXT}.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalData {}
