package io.ordertrail.app.http.input;

import io.ordertrail.api.constraint.CleanValidator;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Looks through every request body that was read: what is not marked {@link Nullable} must be there, and text must be
 * clean. The marks that the compiler's tools read are thus the ones that callers feel, and that the API description
 * shows.
 */
@ControllerAdvice
public final class BodyValidation extends RequestBodyAdviceAdapter {

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return type instanceof Class<?> body && body.isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        return checked(body);
    }

    /**
     * {@code body} itself.
     *
     * @throws Rejected something is missing in it, or means nothing
     */
    public static <B> B checked(B body) {
        List<Fault> faults = new ArrayList<>();
        check(body, "", faults);
        if (!faults.isEmpty()) {
            throw Rejected.malformed(faults);
        }
        return body;
    }

    /** Whether a request may leave {@code component} out. */
    public static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void check(@Nullable Object value, String pointer, List<Fault> faults) {
        if (value == null) {
            faults.add(Fault.body(pointer, FaultCode.REQUIRED, "This is required."));
        } else if (value instanceof String text) {
            if (!CleanValidator.isClean(text, true)) {
                faults.add(
                        Fault.body(pointer, FaultCode.CONTROL_CHARACTER, "Control characters are not allowed here."));
            }
        } else if (value instanceof Enum<?> constant) {
            if (!Values.maySay(constant)) {
                faults.add(Fault.body(
                        pointer,
                        FaultCode.UNKNOWN_VALUE,
                        "This must be " + Values.constants(constant.getDeclaringClass()) + "."));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(list.get(i), pointer + "/" + i, faults);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> check(part, pointer + "/" + name, faults));
        } else if (value instanceof Record) {
            for (Part part : PARTS.get(value.getClass())) {
                Object in = part.in(value);
                if (in != null || !part.optional()) {
                    check(in, pointer + "/" + part.name(), faults);
                }
            }
        }
    }

    /** A component of a record: reflection would make it, and read its annotations, anew for each request. */
    private record Part(String name, Method accessor, boolean optional) {

        static Part of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Part(component.getName(), component.getAccessor(), isOptional(component));
        }

        @Nullable
        Object in(Object value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The accessor of a record cannot fail", e);
            }
        }
    }
}
