package io.ordertrail.command.counterexample.decision;

import io.ordertrail.axon.process.step.StepOutbox;
import org.axonframework.eventhandling.EventHandler;

final class Chooser {

    @EventHandler
    void on(String event, StepOutbox steps) {}
}
