package io.ordertrail.query.counterexample;

/** There to be seen by those who must not. */
public class ReadSide {

    @org.axonframework.queryhandling.QueryHandler
    String answer(String query) {
        return query;
    }
}
