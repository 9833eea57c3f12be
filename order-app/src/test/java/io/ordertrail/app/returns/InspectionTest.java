package io.ordertrail.app.returns;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.app.FrontDoor;
import java.net.http.HttpResponse;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the front door makes of returns and of what was found. */
class InspectionTest {

    private static final String VERDICTS =
            "\"verdicts\":[{\"lineId\":\"1\",\"quantity\":1,\"disposition\":\"RESTOCK\"}]";

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
    void goOn() {
        door.rooms().processesStand(false);
    }

    private static HttpResponse<String> request(String body) {
        return door.send(door.post(ORDERS + "/" + door.place() + "/returns", body));
    }

    private static HttpResponse<String> inspect(String rest) {
        String id = json(request(example("ReturnRequest"))).get("id").asString();
        return door.send(door.post("/api/v1/returns/" + id + "/inspection", "{" + VERDICTS + rest + "}"));
    }

    private static Object last() {
        List<CommandMessage<?>> sent = door.rooms().sent();
        return sent.get(sent.size() - 1).getPayload();
    }

    @Test
    void report_R8_an_exchange_names_the_order_that_is_paid_by_it() {
        HttpResponse<String> answer = request(example("ReturnRequest")
                .replaceFirst("\\{", "{\"exchangeOrderId\":\"order-c1d2e3f4-0000-4000-8000-000000000002\","));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(((RequestReturn) last()).exchangeOrderId()).isEqualTo("order-c1d2e3f4-0000-4000-8000-000000000002");
    }

    @Test
    void where_the_service_takes_its_time_the_answer_says_where_to_look() {
        String order = door.place();
        door.rooms().processesStand(true);
        HttpResponse<String> answer = door.send(door.post(ORDERS + "/" + order + "/returns", example("ReturnRequest")));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/returns/" + json(answer).get("id").asString());
    }

    @Test
    void a_decision_that_the_order_does_not_hear_of_is_accepted() {
        String id = json(request(example("ReturnRequest"))).get("id").asString();
        String approval = "/api/v1/returns/" + id + "/approval";
        door.rooms().processesStand(true);
        assertThat(door.send(door.post(approval, "{}")).statusCode()).isEqualTo(202);
        door.rooms().processesStand(false);
        assertThat(door.send(door.post(approval, "{}")).statusCode()).isEqualTo(200);
    }

    @Test
    void report_R7_shipping_goes_back_in_part_or_in_whole_and_something_may_be_kept() {
        assertThat(inspect("").statusCode()).isEqualTo(200);
        assertThat(((InspectReturn) last()).shipping()).isNull();
        assertThat(((InspectReturn) last()).deduction()).isNull();
        inspect(",\"shipping\":{\"amount\":\"2.00\",\"currency\":\"EUR\"}");
        assertThat(((InspectReturn) last()).shipping()).isEqualTo(Money.parse("EUR 2.00"));
        inspect(",\"refundShipping\":true,\"deduction\":{\"amount\":{\"amount\":\"1.50\",\"currency\":\"EUR\"},"
                + "\"reason\":\"Worn\"}");
        InspectReturn command = (InspectReturn) last();
        assertThat(command.shipping()).isEqualTo(Money.parse("EUR 4.90"));
        assertThat(command.deduction()).isEqualTo(Money.parse("EUR 1.50"));
        assertThat(command.deductionReason()).isEqualTo("Worn");
    }

    @Test
    void shipping_goes_back_in_one_way() {
        HttpResponse<String> answer =
                inspect(",\"refundShipping\":true,\"shipping\":{\"amount\":\"2.00\",\"currency\":\"EUR\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/shipping");
    }
}
