package io.ordertrail.api.order.constraint;

import io.ordertrail.api.constraint.Clean;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One e-mail address, without a name or angle brackets. Whether mail arrives shows only when it is sent: this keeps out
 * what no address can be, and lists of them.
 */
@Size(max = Email.MAX)
@Clean
@Pattern(regexp = Email.FORM, message = "An e-mail address is a name, an @ and a domain, and nothing else.")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Email {

    /** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
    int MAX = 254;

    String FORM = "[^@\\s,;<>]+@[^@\\s,;<>]+";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
