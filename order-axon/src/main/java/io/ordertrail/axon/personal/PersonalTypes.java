package io.ordertrail.axon.personal;

import io.ordertrail.api.personal.PersonalData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Which records can hold {@link PersonalData}, themselves or in what they are made of. */
public final class PersonalTypes {

    private static final ClassValue<Boolean> HOLD = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return search(type, new HashSet<>());
        }
    };

    private PersonalTypes() {}

    public static boolean hold(Class<?> type) {
        return HOLD.get(type);
    }

    private static boolean search(Type type, Set<Type> seen) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(of -> search(of, seen));
        }
        return type instanceof Class<?> one
                && one.isRecord()
                && seen.add(one)
                && Arrays.stream(one.getRecordComponents())
                        .anyMatch(component -> isPersonal(component) || search(component.getGenericType(), seen));
    }

    private static boolean isPersonal(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(PersonalData.class);
    }
}
