package io.ordertrail.axon.message;

import io.ordertrail.api.message.Named;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Priority;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryMessage;

/**
 * Commands and queries go by the name of their {@link Named} instead of their class, both where they are sent and where
 * they are handled: these are the names that the Axon Server dashboard shows.
 */
@Priority(Priority.FIRST)
final class MessageNames implements HandlerEnhancerDefinition {

    private static final Map<Class<? extends Annotation>, String> NAME_ATTRIBUTES =
            Map.of(CommandHandler.class, "commandName", QueryHandler.class, "queryName");

    /** The name of a message with payload of {@code type}. */
    static String of(Class<?> type) {
        Named named = type.getAnnotation(Named.class);
        return named == null ? type.getName() : named.value();
    }

    static MessageDispatchInterceptor<CommandMessage<?>> commands() {
        return each(command -> new GenericCommandMessage<>(command, of(command.getPayloadType())));
    }

    static MessageDispatchInterceptor<QueryMessage<?, ?>> queries() {
        return each(query -> new GenericQueryMessage<>(query, of(query.getPayloadType()), query.getResponseType()));
    }

    /** Comes before Axon's own enhancers, which read the attributes that it fills in. */
    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.payloadType().isAnnotationPresent(Named.class) ? new NamedMember<>(original) : original;
    }

    private static <M extends Message<?>> MessageDispatchInterceptor<M> each(
            java.util.function.UnaryOperator<M> rename) {
        return new MessageDispatchInterceptor<>() {
            @Override
            public BiFunction<Integer, M, M> handle(List<? extends M> messages) {
                return (index, message) -> rename.apply(message);
            }
        };
    }

    private static final class NamedMember<T> extends WrappedMessageHandlingMember<T> {

        private final String name;

        private NamedMember(MessageHandlingMember<T> delegate) {
            super(delegate);
            this.name = of(delegate.payloadType());
        }

        @Override
        @SuppressWarnings("deprecation") // Axon's own definitions read the names through it.
        public Optional<Map<String, Object>> annotationAttributes(Class<? extends Annotation> annotation) {
            return super.annotationAttributes(annotation).map(attributes -> {
                Map<String, Object> named = new HashMap<>(attributes);
                named.computeIfPresent(NAME_ATTRIBUTES.getOrDefault(annotation, ""), (attribute, unnamed) -> name);
                return named;
            });
        }
    }
}
