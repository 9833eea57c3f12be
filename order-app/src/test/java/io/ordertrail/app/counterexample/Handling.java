package io.ordertrail.app.counterexample;

/** Breaks the rules of names. */
@org.springframework.context.annotation.Configuration
class Handling {

    static class FrontDesk {}
}
