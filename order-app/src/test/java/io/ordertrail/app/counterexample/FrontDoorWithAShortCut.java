package io.ordertrail.app.counterexample;

/** Breaks the arrow of the front door. */
class FrontDoorWithAShortCut {
    io.ordertrail.command.counterexample.WriteSide writeSide;

    @org.springframework.beans.factory.annotation.Autowired
    String injected;

    @org.axonframework.commandhandling.CommandHandler
    void handle(String command) {}
}
