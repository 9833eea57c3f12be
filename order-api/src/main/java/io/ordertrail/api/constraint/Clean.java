package io.ordertrail.api.constraint;

import io.ordertrail.api.message.FaultCode;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that can be stored and shown: no control characters, and no half of a surrogate pair, which has no UTF-8. */
@Constraint(validatedBy = CleanValidator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Clean {

    /** Whether it may have several lines, and tabs. */
    boolean lines() default false;

    FaultCode code() default FaultCode.CONTROL_CHARACTER;

    String message() default "has control characters or half a character.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
