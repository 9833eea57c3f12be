package io.ordertrail.app.http.render;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.OrderGoodsRefusal;
import io.ordertrail.api.order.OrderMoneyRefusal;
import io.ordertrail.api.payment.PaymentRefusal;
import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnRefusal;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.axon.failure.Unavailable;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.JsonNode;

class ProblemAdviceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @AfterEach
    void reset() {
        door.rooms().before(message -> {});
    }

    static Stream<Arguments> refusals() {
        Money money = Money.parse("EUR 1.00");
        return Stream.of(
                Arguments.of(RequestRefusal.MissingRole.of(Role.SUPERVISOR), 403, "/problems/missing-role"),
                Arguments.of(new OrderCourseRefusal.OrderNotFound("x"), 404, "/problems/order-not-found"),
                Arguments.of(new OrderGoodsRefusal.AlreadyDispatched(), 409, "/problems/already-dispatched"),
                Arguments.of(new RequestRefusal.StaleVersion(1, 2), 412, "/problems/stale-version"),
                Arguments.of(new OrderMoneyRefusal.TotalMismatch(money, money), 422, "/problems/total-mismatch"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_kind_of_refusal_has_its_status(Refusal refusal, int status, String type) {
        String hold = ORDERS + "/" + door.place() + "/hold";
        onCommand(new Refused(refusal));
        HttpResponse<String> answer = door.send(door.post(hold, example("Hold")));
        JsonNode problem = json(answer);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo(type);
        assertThat(problem.get("code").asString()).isEqualTo(refusal.code());
        assertThat(problem.get("detail").asString()).isEqualTo(refusal.detail());
        assertThat(problem.get("instance").asString()).isEqualTo(hold);
        assertThat(problem.get("errors")).hasSize(refusal.faults().size());
        assertThat(problem.has("allowedActions")).isEqualTo(status == 409);
        assertThat(problem.has("currentVersion")).isEqualTo(status == 409 || status == 412);
    }

    @Test
    void a_conflict_about_a_shipment_tells_what_its_order_allows() {
        String order = ORDERS + "/" + door.place();
        String shipment =
                json(door.send(door.post(order + "/shipments", "{}"))).get("id").asString();
        onCommand(new Refused(new OrderGoodsRefusal.ShipmentAlreadyDispatched(shipment)));
        HttpResponse<String> answer = door.send(door.post("/api/v1/shipments/" + shipment + "/dispatch", "{}"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("allowedActions")).isNotEmpty();
        // The order's version would be taken for the shipment's.
        assertThat(json(answer).has("currentVersion")).isFalse();
    }

    @Test
    void finding_3_10_a_conflict_about_a_payment_tells_what_may_be_done_to_that_payment() {
        String order = ORDERS + "/" + door.place();
        String payment = json(door.send(door.post(order + "/payments", example("PaymentRequest"))))
                .get("id")
                .asString();
        onCommand(new Refused(new PaymentRefusal.NothingToVoid()));
        HttpResponse<String> answer = door.send(door.post("/api/v1/payments/" + payment + "/voids", "{}"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).at("/allowedActions/0/action").asString()).isEqualTo("VOID");
        assertThat(json(answer).at("/allowedActions/0/code").asString()).isEqualTo("NOTHING_TO_VOID");
        assertThat(json(answer).has("currentVersion")).isFalse();
    }

    @Test
    void finding_3_10_a_conflict_about_a_return_tells_what_may_be_done_to_that_return() {
        String order = ORDERS + "/" + door.place();
        String returned = json(door.send(door.post(order + "/returns", example("ReturnRequest"))))
                .get("id")
                .asString();
        onCommand(new Refused(new ReturnRefusal.ReturnAlreadyDecided(RmaStatus.INSPECTED)));
        HttpResponse<String> answer = door.send(door.post("/api/v1/returns/" + returned + "/approval", "{}"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer)
                        .get("allowedActions")
                        .valueStream()
                        .filter(action -> action.get("allowed").asBoolean())
                        .map(action -> action.get("action").asString()))
                .containsExactly("RETRY_REFUND", "CLOSE");
        assertThat(json(answer).get("currentVersion").asLong()).isZero();
    }

    @Test
    void a_refusal_is_told_even_when_the_actions_cannot_be() {
        String hold = ORDERS + "/" + door.place() + "/hold";
        door.rooms().before(message -> {
            throw message instanceof OrderCommand
                    ? new Refused(new OrderGoodsRefusal.AlreadyDispatched())
                    : new Unavailable("gone", new IllegalStateException());
        });
        HttpResponse<String> answer = door.send(door.post(hold, example("Hold")));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).has("allowedActions")).isFalse();
    }

    @Test
    void no_answer_from_behind_is_a_503_that_says_when_to_come_again() {
        onCommand(new Unavailable("gone", new IllegalStateException("db-host:5432 refused")));
        HttpResponse<String> answer = door.send(door.post(ORDERS, example("PlaceOrder")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("db-host");
    }

    @Test
    void a_database_that_is_away_is_a_503_that_says_when_to_come_again() {
        onCommand(new IllegalStateException(new SQLTransientConnectionException("db-host:5432 refused")));
        HttpResponse<String> answer = door.send(door.post(ORDERS, example("PlaceOrder")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("db-host");
    }

    static Stream<RuntimeException> exhaustion() {
        SQLException pool =
                new SQLTransientConnectionException("Connection is not available, request timed out", "08001");
        SQLException time = new SQLException("canceling statement due to statement timeout at db-host", "57014");
        return Stream.of(
                new CannotCreateTransactionException("Could not open JDBC Connection for transaction", pool),
                new CannotGetJdbcConnectionException("Failed to obtain JDBC Connection", pool),
                new CannotCreateTransactionException("HikariDataSource has been closed", new SQLException("closed")),
                new QueryTimeoutException("took too long", time),
                new UncategorizedSQLException("ask", "select 1", time),
                new CannotAcquireLockException("locked", new SQLTimeoutException("Timeout trying to lock db-host")),
                new IllegalStateException(new SQLException("too many clients", "53300")),
                new EventStoreException("Failed to read events", new QueryTimeoutException("took too long", time)),
                new CommandExecutionException("failed", new CannotCreateTransactionException("no connection", pool)));
    }

    @ParameterizedTest
    @MethodSource("exhaustion")
    void a_database_that_is_exhausted_is_a_503_and_never_a_500(RuntimeException failure) {
        door.rooms().before(message -> {
            throw failure;
        });
        for (HttpResponse<String> answer :
                List.of(door.send(door.post(ORDERS, example("PlaceOrder"))), door.get(ORDERS))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).get("code").asString()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).doesNotContain("db-host", "Connection", "Exception");
        }
    }

    @Test
    void a_bug_is_a_500_without_its_inside() {
        onCommand(new IllegalStateException("secret"));
        HttpResponse<String> answer = door.send(
                door.post(ORDERS, example("PlaceOrder")).header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body()).doesNotContain("secret", "IllegalState");
        assertThat(json(answer).get("traceId").asString()).isEqualTo(TRACE);
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        HttpResponse<String> answer = door.send(door.request(ORDERS).DELETE());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }

    @Test
    void a_wanted_form_that_cannot_be_had_changes_nothing() {
        int before = door.rooms().sent().size();
        HttpResponse<String> answer =
                door.send(door.post(ORDERS, example("PlaceOrder")).header("Accept", "application/xml"));
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(door.rooms().sent()).hasSize(before);
    }

    @Test
    void a_conversation_keeps_its_name_and_gets_one_where_it_has_none_that_is_fit() {
        assertThat(door.send(door.request(ORDERS).header("X-Correlation-Id", "cart-7"))
                        .headers()
                        .firstValue("X-Correlation-Id"))
                .contains("cart-7");
        assertThat(door.send(door.request(ORDERS).header("X-Correlation-Id", "<script>"))
                        .headers()
                        .firstValue("X-Correlation-Id")
                        .orElseThrow())
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void finding_3_12_an_answer_is_not_guessed_at_and_kept_only_where_it_is_asked_for_again() {
        HttpResponse<String> answer = door.get(ORDERS);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(String.join(",", answer.headers().allValues("Vary"))
                        .toLowerCase(Locale.ROOT)
                        .split(","))
                .contains("accept", "x-actor", "x-roles");
    }

    private static void onCommand(RuntimeException failure) {
        door.rooms().before(message -> {
            if (message instanceof OrderCommand
                    || message instanceof ShipmentCommand
                    || message instanceof ReturnCommand) {
                throw failure;
            }
        });
    }
}
