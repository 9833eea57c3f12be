package io.ordertrail.api.counterexample;

/** Breaks the arrow of the API. */
class ApiThatKnowsADatabase {
    javax.sql.DataSource database;
}
