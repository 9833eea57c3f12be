package io.ordertrail.axon.validation;

import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Tells everything at once that is wrong with a message, whatever state its subject is in. */
public final class MessageValidator {

    /** A caller who makes more mistakes than this does not read the rest. */
    private static final int MAX_FAULTS = 100;

    private static final Map<Class<? extends Annotation>, FaultCode> CODES = Map.of(
            NotNull.class, FaultCode.REQUIRED,
            NotBlank.class, FaultCode.REQUIRED,
            NotEmpty.class, FaultCode.REQUIRED,
            Min.class, FaultCode.OUT_OF_RANGE,
            Max.class, FaultCode.OUT_OF_RANGE,
            DecimalMin.class, FaultCode.OUT_OF_RANGE,
            DecimalMax.class, FaultCode.OUT_OF_RANGE,
            Pattern.class, FaultCode.MALFORMED);

    /** Without an expression language, which no message needs; the words are the same wherever it runs. */
    private static final Validator CONSTRAINTS = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ROOT), Locale.ROOT, false))
            .buildValidatorFactory()
            .getValidator();

    private MessageValidator() {}

    /**
     * In the order of the message's fields; what a field holds comes before the field itself. Nothing else is told of
     * what is missing, nor of what a list holds that is too long.
     */
    public static List<Fault> faults(Object message) {
        Class<?> type = message.getClass();
        List<Fault> found = Stream.concat(
                        CONSTRAINTS.validate(message).stream().map(violation -> fault(type, violation)),
                        message instanceof CrossChecked crossed ? crossed.crossFaults() : Stream.empty())
                .sorted(Comparator.comparing(
                                (Fault fault) -> JsonPointers.order(type, fault.pointer()), JsonPointers.ORDER)
                        .thenComparing(fault -> FaultCode.valueOf(fault.code())))
                .toList();
        Set<String> missing = pointers(found, FaultCode.REQUIRED);
        Set<String> tooMany = pointers(found, FaultCode.TOO_MANY);
        Set<String> told = new HashSet<>();
        return found.stream()
                .filter(fault -> is(fault, FaultCode.REQUIRED) || !missing.contains(fault.pointer()))
                .filter(fault ->
                        tooMany.stream().noneMatch(many -> fault.pointer().startsWith(many + "/")))
                .filter(fault -> told.add(fault.code() + fault.pointer()))
                .limit(MAX_FAULTS)
                .toList();
    }

    private static Set<String> pointers(List<Fault> faults, FaultCode code) {
        return faults.stream()
                .filter(fault -> is(fault, code))
                .map(Fault::pointer)
                .collect(Collectors.toSet());
    }

    private static boolean is(Fault fault, FaultCode code) {
        return fault.code().equals(code.name());
    }

    private static Fault fault(Class<?> type, ConstraintViolation<?> violation) {
        String pointer = JsonPointers.of(type, violation.getPropertyPath());
        String words = violation.getMessage();
        String name = pointer.isEmpty() ? "It" : pointer.substring(1);
        return new Fault(pointer, code(violation), Character.isLowerCase(words.charAt(0)) ? name + " " + words : words);
    }

    private static FaultCode code(ConstraintViolation<?> violation) {
        if (violation.getConstraintDescriptor().getAttributes().get("code") instanceof FaultCode own) {
            return own;
        }
        Class<? extends Annotation> constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType();
        if (constraint == Size.class) {
            return violation.getInvalidValue() instanceof CharSequence ? FaultCode.TOO_LONG : FaultCode.TOO_MANY;
        }
        FaultCode code = CODES.get(constraint);
        if (code == null) {
            throw new IllegalStateException("A constraint without a code: " + constraint);
        }
        return code;
    }
}
