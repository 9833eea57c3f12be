package io.ordertrail.axon.audit;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refusal.Kind;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.api.message.Role;
import io.ordertrail.axon.access.NetworkAddresses;
import io.ordertrail.axon.message.MetaKeys;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/** Has the audit log told of each message that is refused, wherever it comes from; not of what processes send. */
public final class MessageAudit<M extends Message<?>> implements MessageHandlerInterceptor<M> {

    /** The ids of our own subjects; whatever else a caller writes in their place may be anything. */
    private static final Pattern OWN_ID = Pattern.compile("[a-z]{1,20}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final RoutingStrategy SUBJECT = AnnotationRoutingStrategy.builder()
            .fallbackRoutingStrategy(command -> "")
            .build();

    private final AuditLog log;
    private final Function<M, String> name;
    private final Function<M, String> subject;
    private final UnaryOperator<String> address;
    private final BiPredicate<Refusal, Set<Role>> matters;

    private MessageAudit(
            AuditLog log,
            Function<M, String> name,
            Function<M, String> subject,
            UnaryOperator<String> address,
            BiPredicate<Refusal, Set<Role>> matters) {
        this.log = log;
        this.name = name;
        this.subject = subject;
        this.address = address;
        this.matters = matters;
    }

    /** Of commands all that is refused for good. */
    public static MessageAudit<CommandMessage<?>> ofCommands(AuditLog log) {
        return new MessageAudit<>(
                log,
                CommandMessage::getCommandName,
                SUBJECT::getRoutingKey,
                // Commands bring it as it is to be kept.
                UnaryOperator.identity(),
                (refusal, roles) -> !(refusal instanceof OfAttempt) && refusal.kind() != Kind.UNAVAILABLE);
    }

    /** Of queries what the caller may not know; to a customer, others' things are not there. */
    public static MessageAudit<QueryMessage<?, ?>> ofQueries(AuditLog log, NetworkAddresses addresses) {
        return new MessageAudit<>(
                log,
                QueryMessage::getQueryName,
                query -> "",
                addresses::kept,
                (refusal, roles) -> refusal.kind() == Kind.FORBIDDEN
                        || refusal.kind() == Kind.NOT_FOUND && roles.equals(Set.of(Role.CUSTOMER)));
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends M> work, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (Refused no) {
            M message = work.getMessage();
            Set<Role> roles = Role.among(String.valueOf(message.getMetaData().getOrDefault(MetaKeys.ROLES, "")));
            if (!roles.contains(Role.SERVICE) && matters.test(no.refusal(), roles)) {
                log.add(record(message, no.refusal()));
            }
            throw no;
        }
    }

    private AuditRecord record(M message, Refusal refusal) {
        MetaData sender = message.getMetaData();
        String about = subject.apply(message);
        String from = text(sender, MetaKeys.ADDRESS);
        return new AuditRecord(
                refusal.code(),
                name.apply(message),
                text(sender, MetaKeys.ACTOR),
                text(sender, MetaKeys.CREDENTIAL),
                OWN_ID.matcher(about).matches() ? about : null,
                from == null ? null : address.apply(from));
    }

    private static @Nullable String text(MetaData sender, String key) {
        return sender.get(key) instanceof String text ? text : null;
    }
}
