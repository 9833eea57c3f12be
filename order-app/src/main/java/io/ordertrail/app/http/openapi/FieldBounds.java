package io.ordertrail.app.http.openapi;

import io.ordertrail.api.constraint.InBody;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the bounds of a request's field as JSON schema: its own, or those of the field that it {@link Becomes}. */
public final class FieldBounds {

    private FieldBounds() {}

    static void describe(Schema<?> schema, RecordComponent field) {
        RecordComponent bounded = becomes(field).orElse(field);
        constraints(bounded.getAccessor().getAnnotations()).forEach(constraint -> describe(schema, constraint));
    }

    private static Optional<RecordComponent> becomes(RecordComponent field) {
        Becomes record = field.getDeclaringRecord().getAnnotation(Becomes.class);
        return record == null
                ? Optional.empty()
                : Stream.of(record.value())
                        .flatMap(meant -> named(meant, field.getName()))
                        .findFirst();
    }

    private static Stream<RecordComponent> named(Class<?> meant, String name) {
        return Stream.of(meant.getRecordComponents()).flatMap(component -> {
            InBody elsewhere = component.getAnnotation(InBody.class);
            String told = elsewhere == null ? component.getName() : elsewhere.value();
            if (told.isEmpty()) {
                return named(component.getType(), name);
            }
            return told.equals(name) ? Stream.of(component) : Stream.empty();
        });
    }

    /** What a constraint is composed of comes with it. */
    private static Stream<Annotation> constraints(Annotation[] annotations) {
        return Stream.of(annotations)
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class))
                .flatMap(annotation -> Stream.concat(
                        Stream.of(annotation),
                        constraints(annotation.annotationType().getAnnotations())));
    }

    private static void describe(Schema<?> schema, Annotation constraint) {
        if (constraint instanceof Size size) {
            size(schema, size);
        } else if (constraint instanceof NotEmpty) {
            schema.setMinItems(1);
        } else if (constraint instanceof Min least) {
            schema.setMinimum(BigDecimal.valueOf(least.value()));
        } else if (constraint instanceof Max most) {
            schema.setMaximum(BigDecimal.valueOf(most.value()));
        } else if (constraint instanceof Pattern form) {
            schema.setPattern("^(?:" + form.regexp() + ")$");
        }
    }

    private static void size(Schema<?> schema, Size size) {
        if (schema.getTypes().contains("array")) {
            schema.setMaxItems(size.max());
        } else if (schema.getTypes().contains("object")) {
            schema.setMaxProperties(size.max());
        } else {
            schema.setMaxLength(size.max());
        }
    }
}
