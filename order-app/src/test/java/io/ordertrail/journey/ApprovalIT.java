package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.ORDERS;
import static io.ordertrail.journey.FaultShop.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is about more money than one person may decide on: two people, each with a role and a name of their own. */
class ApprovalIT {

    private static final String WRITTEN_OFF = "{\"how\":\"WRITTEN_OFF\",\"reason\":\"Cannot be found\"}";

    @Test
    void P7_a_debt_beyond_the_limit_is_written_off_by_two_people() {
        try (InProcess service = InProcess.start(
                List.of("ordertrail.data-dir=" + InProcess.newDataDir(), "ordertrail.approvals.write-offs.EUR=50"))) {
            Shop shop = new Shop(service.url(), Contracted.by(service.url()));
            String order = owed(shop);
            JsonNode debt = order(shop, order).at("/problems/0");
            String settlement = ORDERS + order + "/debts/" + debt.at("/id").asString() + "/settlement";
            refused(by(shop, "bert", "FINANCE", settlement, WRITTEN_OFF), 403, "MISSING_ROLE");

            Reply asked =
                    by(shop, "anna", "SUPERVISOR", settlement, WRITTEN_OFF).expect(200);
            assertThat(asked.at("/approvals/0/kind")).isEqualTo("WRITE_OFF");
            assertThat(asked.at("/approvals/0/amount/amount")).isEqualTo("54.88");
            assertThat(order(shop, order).at("/problems").toString())
                    .as("it is owed as before")
                    .contains(debt.at("/id").asString());
            assertThat(order(shop, order).at("/settlements").size()).isZero();

            String approval = ORDERS + order + "/approvals/1/approval";
            refused(by(shop, "anna", "SUPERVISOR", approval, ""), 403, "SECOND_PERSON_NEEDED");
            refused(by(shop, "carla", "FINANCE", approval, ""), 403, "MISSING_ROLE");
            assertThat(order(shop, order).at("/settlements").size()).isZero();
            by(shop, "bert", "SUPERVISOR", approval, "").expect(200);

            await().untilAsserted(() ->
                    assertThat(order(shop, order).at("/problems").size()).isZero());
            assertThat(order(shop, order).at("/settlements/0/how").asString()).isEqualTo("WRITTEN_OFF");
            assertThat(order(shop, order).at("/approvals").size()).isZero();
            refused(by(shop, "bert", "SUPERVISOR", approval, ""), 404, "APPROVAL_NOT_FOUND");
            assertThat(actors(shop, order, "order.ApprovalAsked")).containsExactly("anna");
            assertThat(actors(shop, order, "order.ApprovalGiven")).containsExactly("bert");
            assertThat(actors(shop, order, "order.DebtSettled")).containsExactly("bert");
        }
    }

    /** Paid by hand, and cancelled: nobody gives the money back by itself. */
    private static String owed(Shop shop) {
        String order = shop.place();
        shop.post(ORDERS + order + "/payments", Shop.PAYMENT).expect(201);
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        await().untilAsserted(() ->
                assertThat(order(shop, order).at("/problems/0/code").asString()).isEqualTo("REFUND_DUE"));
        return order;
    }

    private static JsonNode order(Shop shop, String order) {
        return shop.get(ORDERS + order).expect(200).body();
    }

    private static Reply by(Shop shop, String actor, String role, String path, String body) {
        return shop.post(path, body, "X-Actor", actor, "X-Roles", role);
    }

    private static List<String> actors(Shop shop, String order, String event) {
        return shop.get(ORDERS + order + "/history")
                .expect(200)
                .body()
                .at("/entries")
                .valueStream()
                .filter(entry -> entry.at("/type").asString().equals(event))
                .map(entry -> entry.at("/actor").asString())
                .toList();
    }
}
