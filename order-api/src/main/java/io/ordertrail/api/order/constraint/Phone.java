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

/** A phone number as people write it. */
@Size(max = Phone.MAX)
@Clean
@Pattern(
        regexp = Phone.FORM,
        message =
                "A phone number has digits, and may have +, spaces, dots, slashes, dashes, brackets and an extension: ext. 12.")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Phone {

    int MAX = 40;

    String FORM = "\\+?[(]?[0-9][0-9 ()./-]{0,39}((x|ext\\.?) ?[0-9]{1,10})?";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
