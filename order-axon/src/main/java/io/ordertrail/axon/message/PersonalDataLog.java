package io.ordertrail.axon.message;

import io.ordertrail.api.message.Role;
import io.ordertrail.axon.personal.PersonalTypes;
import java.util.Objects;
import java.util.Set;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who of the shop has seen personal data of whom: the caller, the query and what it was about. What counts
 * is whether the answer's type can hold any.
 */
final class PersonalDataLog implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataLog.class);

    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> work, InterceptorChain chain)
            throws Exception {
        Object answer = chain.proceed();
        QueryMessage<?, ?> query = work.getMessage();
        if (PersonalTypes.hold(query.getResponseType().getExpectedResponseType()) && isOfTheShop(query.getMetaData())) {
            LOG.info(
                    "{} ({}) read {}, trace {}",
                    query.getMetaData().get(MetaKeys.ACTOR),
                    query.getMetaData().get(MetaKeys.CREDENTIAL),
                    plain(Objects.toString(query.getPayload())),
                    query.getMetaData().get(MetaKeys.TRACE_ID));
        }
        return answer;
    }

    private static boolean isOfTheShop(MetaData about) {
        Set<Role> roles = Role.among(Objects.toString(about.get(MetaKeys.ROLES), ""));
        return roles.stream().anyMatch(role -> role != Role.CUSTOMER && role != Role.SERVICE);
    }

    /** On one line. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
