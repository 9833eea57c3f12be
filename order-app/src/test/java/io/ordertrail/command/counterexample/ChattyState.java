package io.ordertrail.command.counterexample;

/** A state that asks the database. */
class ChattyState {
    java.sql.Connection database;
}
