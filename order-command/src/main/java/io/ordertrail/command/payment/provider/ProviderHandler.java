package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentCommand.AskProvider;
import io.ordertrail.axon.commit.CommandRows;
import io.ordertrail.axon.process.step.Cause;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;

/**
 * Has providers asked. One that is a part of this service answers at once, in the transaction in which its answer is
 * stored. For any other a row is written, where the worker finds it.
 */
final class ProviderHandler {

    private final OpenRequests requests;
    private final Providers providers;
    private final Calls calls;
    private final Answers answers;
    private final ProviderTasks tasks;

    ProviderHandler(OpenRequests requests, Providers providers, Calls calls, Answers answers, ProviderTasks tasks) {
        this.requests = requests;
        this.providers = providers;
        this.calls = calls;
        this.answers = answers;
        this.tasks = tasks;
    }

    @CommandHandler
    void handle(AskProvider command, CommandMessage<?> message) throws Exception {
        Optional<ProviderRequest> request = requests.find(command.providerKey());
        ProviderTask task = ProviderTask.first(Cause.of(message));
        if (request.isPresent() && !isSettledHere(request.get(), task)) {
            CommandRows.begin();
            tasks.ask(command.providerKey(), task);
        }
    }

    private boolean isSettledHere(ProviderRequest request, ProviderTask task) throws Exception {
        return providers.isInService(request.choice().method())
                && answers.record(request.providerKey(), task, calls.askInService(request));
    }
}
