package io.ordertrail.api.order.constraint;

import io.ordertrail.api.message.FaultCode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A fraction between 0 and 1, of six decimals at most: {@code 0.19} is 19 %. */
@DecimalMin(value = "0", message = "A tax rate is a fraction between 0 and 1: 0.19 is 19 %.")
@DecimalMax(value = "1", message = "A tax rate is a fraction between 0 and 1: 0.19 is 19 %.")
@TaxRate.Decimals
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface TaxRate {

    int MAX_DECIMALS = 6;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** So many decimals, zeros at the end not counted. */
    @Constraint(validatedBy = Decimals.Validator.class)
    @Target(ElementType.ANNOTATION_TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Decimals {

        FaultCode code() default FaultCode.TOO_PRECISE;

        String message() default "A tax rate has at most " + MAX_DECIMALS + " decimals.";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Counts them. What is out of range has none that matter. */
        final class Validator implements ConstraintValidator<Decimals, BigDecimal> {

            @Override
            public boolean isValid(@Nullable BigDecimal rate, ConstraintValidatorContext context) {
                return rate == null
                        || rate.signum() < 0
                        || rate.compareTo(BigDecimal.ONE) > 0
                        || rate.stripTrailingZeros().scale() <= MAX_DECIMALS;
            }
        }
    }
}
