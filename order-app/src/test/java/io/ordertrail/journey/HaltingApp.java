package io.ordertrail.journey;

import io.ordertrail.app.OrderApp;
import io.ordertrail.axon.message.MetaKeys;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The service, with a place at which it stands still for ever: the n-th command that the processes send in the
 * conversation {@code halt.conversation}, before it is handled or after it was committed. It says so in its log and
 * waits to be killed.
 */
public final class HaltingApp {

    static final String HALTED = "HALTED at command ";

    private HaltingApp() {}

    public static void main(String... arguments) {
        new SpringApplicationBuilder(OrderApp.class)
                .initializers(started -> ((GenericApplicationContext) started)
                        .registerBean(
                                SmartInitializingSingleton.class,
                                () -> () -> started.getBean(CommandBus.class)
                                        .registerHandlerInterceptor(new Halt(started.getEnvironment()))))
                .run(arguments);
    }

    private static final class Halt implements MessageHandlerInterceptor<CommandMessage<?>> {

        private final String conversation;
        private final int at;
        private final boolean afterwards;
        private final AtomicInteger count = new AtomicInteger();

        private Halt(Environment environment) {
            conversation = environment.getProperty("halt.conversation", "none");
            at = environment.getProperty("halt.at", Integer.class, Integer.MAX_VALUE);
            afterwards = environment.getProperty("halt.afterwards", Boolean.class, false);
        }

        @Override
        public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
            CommandMessage<?> command = work.getMessage();
            boolean counts = conversation.equals(command.getMetaData().get(MetaKeys.CORRELATION_ID))
                    && "SERVICE".equals(command.getMetaData().get(MetaKeys.ROLES));
            if (counts && count.incrementAndGet() == at) {
                if (afterwards) {
                    work.afterCommit(done -> standStill(command));
                    work.onRollback(done -> standStill(command));
                } else {
                    standStill(command);
                }
            }
            return chain.proceed();
        }

        private void standStill(CommandMessage<?> command) {
            System.out.println(HALTED + at + ": " + command.getCommandName());
            synchronized (this) {
                while (true) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        }
    }
}
