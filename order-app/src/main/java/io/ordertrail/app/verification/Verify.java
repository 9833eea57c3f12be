package io.ordertrail.app.verification;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.VerificationQuery;
import io.ordertrail.app.tool.DatabaseOptions;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.store.PassListener;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Checks the invariants of a database that no service is running on, and changes nothing (docs/how-to/verify.md). Exit
 * code 0: all hold; 1: at least one is broken; 2: it could not be checked; 3: none is broken, but not all events are
 * processed yet.
 */
@Command(
        name = "verify",
        description = "Checks that the stored data is whole: events, unique rows, views, sums. Changes nothing.",
        footer = {
            "",
            "Exit codes: 0 all invariants hold; 1 at least one is broken; 2 it could not be checked;",
            "3 none is broken, but views or processes are behind: start the service, and let it catch up."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Verify implements Callable<Integer> {

    private final Class<?> service;

    /** Exit code; every tool has 2 for what could not be done. */
    private static final int BEHIND = 3;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** @param service of which the rooms are put together that verify */
    public Verify(Class<?> service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Check> checks;
        try {
            checks = checks(new PassProgress(err, System::nanoTime));
        } catch (CannotVerify e) {
            err.println("verify: " + e.getMessage());
            return 2;
        }
        VerificationReport report = new VerificationReport(checks);
        out.print(report.text());
        out.flush();
        return switch (report.outcome()) {
            case OK -> 0;
            case BREACH -> 1;
            case BEHIND -> BEHIND;
        };
    }

    private List<Check> checks(PassListener progress) throws CannotVerify {
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
            Dispatch dispatch = started.getBean(Dispatch.class);
            List<Check> checks = new ArrayList<>(ask(dispatch, new VerificationQuery.VerifyWrites()));
            checks.addAll(ask(dispatch, new VerificationQuery.VerifyViews()));
            return checks;
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

    private static List<Check> ask(Dispatch dispatch, VerificationQuery query) {
        String conversation = UUID.randomUUID().toString();
        RequestContext caller = new RequestContext(
                "verify", List.of(Role.SERVICE.name()), conversation, conversation.replace("-", ""), null, null);
        return dispatch.ask(query, caller, Verification.class).checks();
    }
}
