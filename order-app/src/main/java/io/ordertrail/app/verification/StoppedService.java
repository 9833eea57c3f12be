package io.ordertrail.app.verification;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.app.tool.DatabaseOptions;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.store.PassListener;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The rooms of a service, put together to ask them something of a database, which is opened for reading only. */
final class StoppedService {

    private final Class<?> service;
    private final DatabaseOptions database;

    /** @param service of which the rooms are put together */
    StoppedService(Class<?> service, DatabaseOptions database) {
        this.service = service;
        this.database = database;
    }

    /** @throws CannotVerify there is no database, or it cannot be read */
    <T> T ask(PassListener progress, Function<Dispatch, T> question) throws CannotVerify {
        if (database.isEmbedded()) {
            DataFolder.check(database.dataDir());
        }
        try (ConfigurableApplicationContext started = new SpringApplicationBuilder(service)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    context.getBeanFactory().addBeanPostProcessor(new ReadOnly());
                    context.getBeanFactory().registerSingleton("progress", progress);
                })
                .run(database.settings("--spring.datasource.hikari.read-only=true"))) {
            return question.apply(started.getBean(Dispatch.class));
        } catch (Refused | Unavailable e) {
            throw new CannotVerify("The check was not finished", e);
        } catch (RuntimeException e) {
            // Anything that prevents the context from starting: no driver, no such host, wrong password, an unknown
            // schema.
            throw new CannotVerify(
                    "The database could not be opened, or has another version; it is brought up to date by"
                            + " starting the service once",
                    e);
        }
    }

    /** Who asks. */
    static RequestContext caller(String actor) {
        String conversation = UUID.randomUUID().toString();
        return new RequestContext(
                actor, List.of(Role.SERVICE.name()), conversation, conversation.replace("-", ""), null, null);
    }
}
