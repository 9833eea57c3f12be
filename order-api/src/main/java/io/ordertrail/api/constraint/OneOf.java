package io.ordertrail.api.constraint;

import io.ordertrail.api.message.FaultCode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of some constants of an enum. */
@Constraint(validatedBy = OneOf.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {

    /** Names of the constants. */
    String[] value();

    FaultCode code();

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the name up. */
    final class Validator implements ConstraintValidator<OneOf, Enum<?>> {

        private Set<String> names = Set.of();

        @Override
        public void initialize(OneOf constraint) {
            names = Set.of(constraint.value());
        }

        @Override
        public boolean isValid(@Nullable Enum<?> constant, ConstraintValidatorContext context) {
            return constant == null || names.contains(constant.name());
        }
    }
}
