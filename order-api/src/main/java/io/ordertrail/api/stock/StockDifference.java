package io.ordertrail.api.stock;

import io.ordertrail.api.message.FaultCode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Units that are found or missed: up to 1,000,000,000 either way, and not 0. */
@Min(-StockUnits.MOST)
@Max(StockUnits.MOST)
@Constraint(validatedBy = StockDifference.NotZero.class)
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface StockDifference {

    FaultCode code() default FaultCode.OUT_OF_RANGE;

    String message() default "must not be 0.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** No difference is none. */
    final class NotZero implements ConstraintValidator<StockDifference, Long> {

        @Override
        public boolean isValid(@Nullable Long units, ConstraintValidatorContext context) {
            return units == null || units != 0;
        }
    }
}
