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
import org.jspecify.annotations.Nullable;

/** Text that can be stored and shown: no control characters, and no half of a surrogate pair, which has no UTF-8. */
@Constraint(validatedBy = Clean.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Clean {

    /** Whether it may have several lines, and tabs. */
    boolean lines() default false;

    FaultCode code() default FaultCode.CONTROL_CHARACTER;

    String message() default "has control characters or half a character.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at each character. */
    final class Validator implements ConstraintValidator<Clean, String> {

        private boolean lines;

        @Override
        public void initialize(Clean constraint) {
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isClean(text, lines);
        }

        public static boolean isClean(String text, boolean lines) {
            return text.codePoints().allMatch(c -> isPrintable(c) || lines && (c == '\n' || c == '\r' || c == '\t'));
        }

        private static boolean isPrintable(int c) {
            return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
        }
    }
}
