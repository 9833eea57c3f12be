package io.ordertrail.api.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Looks at each character. */
public final class CleanValidator implements ConstraintValidator<Clean, String> {

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
