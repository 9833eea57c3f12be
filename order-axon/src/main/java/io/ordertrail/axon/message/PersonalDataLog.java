package io.ordertrail.axon.message;

import io.ordertrail.api.message.Role;
import io.ordertrail.axon.personal.PersonalTypes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who of the shop has seen personal data of whom: the caller, the name of the query, the ids that it named,
 * and the customers of its answer. Nothing else of the query: a name that was searched would lie in the log, where
 * nobody can forget it. What counts is whether the answer's type can hold anything personal.
 */
final class PersonalDataLog implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataLog.class);
    private static final Predicate<String> ID =
            Pattern.compile("number|\\w+Ids?").asMatchPredicate();
    private static final Predicate<String> CUSTOMER = Set.of("customerId", "ownerId")::contains;

    private static final ClassValue<RecordComponent[]> PARTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] parts = type.getRecordComponents();
            Arrays.stream(parts).forEach(part -> part.getAccessor().setAccessible(true));
            return parts;
        }
    };

    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> work, InterceptorChain chain)
            throws Exception {
        Object answer = chain.proceed();
        QueryMessage<?, ?> query = work.getMessage();
        if (PersonalTypes.hold(query.getResponseType().getExpectedResponseType()) && isOfTheShop(query.getMetaData())) {
            LOG.info(
                    "{} ({}) read {} of {}, customers {}, trace {}",
                    query.getMetaData().get(MetaKeys.ACTOR),
                    query.getMetaData().get(MetaKeys.CREDENTIAL),
                    MessageNames.of(query.getPayloadType()),
                    plain(named(query.getPayload())),
                    plain(customers(answer)),
                    query.getMetaData().get(MetaKeys.TRACE_ID));
        }
        return answer;
    }

    private static boolean isOfTheShop(MetaData about) {
        Set<Role> roles = Role.among(Objects.toString(about.get(MetaKeys.ROLES), ""));
        return roles.stream().anyMatch(role -> role != Role.CUSTOMER && role != Role.SERVICE);
    }

    /** The ids that {@code query} is about, itself and in no part of it: a filter is not what was found. */
    private static Set<String> named(Object query) throws ReflectiveOperationException {
        Set<String> found = new TreeSet<>();
        for (RecordComponent part : PARTS.get(query.getClass())) {
            if (ID.test(part.getName())) {
                add(part.getAccessor().invoke(query), found);
            }
        }
        return found;
    }

    private static Set<String> customers(@Nullable Object answer) throws ReflectiveOperationException {
        Set<String> found = new TreeSet<>();
        collect(answer, found);
        return found;
    }

    private static void collect(@Nullable Object value, Set<String> found) throws ReflectiveOperationException {
        if (value instanceof Iterable<?> many) {
            for (Object one : many) {
                collect(one, found);
            }
        } else if (value instanceof Record) {
            for (RecordComponent part : PARTS.get(value.getClass())) {
                Object in = part.getAccessor().invoke(value);
                if (CUSTOMER.test(part.getName())) {
                    add(in, found);
                } else {
                    collect(in, found);
                }
            }
        }
    }

    private static void add(@Nullable Object ids, Set<String> found) {
        if (ids instanceof Iterable<?> many) {
            many.forEach(id -> found.add(String.valueOf(id)));
        } else if (ids instanceof String id) {
            found.add(id);
        }
    }

    /** On one line. */
    private static String plain(Set<String> ids) {
        return ids.toString().replaceAll("\\p{Cntrl}", " ");
    }
}
