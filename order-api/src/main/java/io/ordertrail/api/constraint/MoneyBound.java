package io.ordertrail.api.constraint;

import io.ordertrail.api.message.FaultCode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What money must not be: {@code NEGATIVE}, {@code TOO_LARGE} or {@code ZERO}. */
@Constraint(validatedBy = MoneyBound.Validator.class)
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(MoneyBound.List.class)
public @interface MoneyBound {

    FaultCode code();

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Several of them. */
    @Target(ElementType.ANNOTATION_TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        MoneyBound[] value();
    }

    /** Compares with zero and with the limit. */
    final class Validator implements ConstraintValidator<MoneyBound, Money> {

        /** Exclusive; in units of the currency, not of its smallest coin. */
        private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

        private FaultCode code = FaultCode.NEGATIVE;

        @Override
        public void initialize(MoneyBound constraint) {
            code = constraint.code();
        }

        @Override
        public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
            return money == null
                    || switch (code) {
                        case NEGATIVE -> !money.isNegative();
                        case TOO_LARGE -> isBelowLimit(money.getAmount());
                        case ZERO -> !money.isZero();
                        default -> throw new IllegalStateException("Money has no bound of the name " + code);
                    };
        }

        /** Whether one amount, or a sum of some, is below the bound of all amounts. */
        public static boolean isBelowLimit(BigDecimal amount) {
            return amount.compareTo(LIMIT) < 0;
        }
    }
}
