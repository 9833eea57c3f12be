package io.ordertrail.app.report;

import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.api.report.Period;
import io.ordertrail.api.report.ReportQuery.GetOpenToShip;
import io.ordertrail.api.report.ReportQuery.GetRefunds;
import io.ordertrail.api.report.ReportQuery.GetSales;
import io.ordertrail.app.FrontDoor;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRequestsTest {

    private static final String REPORTS = "/api/v1/reports/";
    private static final String ATTENTION = "/api/v1/admin/attention";
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final LocalDate FIRST = LocalDate.parse("2024-02-29");

    private static final List<Object> ASKED = new ArrayList<>();

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
        door.rooms().before(ASKED::add);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void what_is_asked_reaches_the_read_side() {
        assertThat(
                        asked(
                                REPORTS
                                        + "sales?from=2024-02-29&to=2024-02-29&sku=a%26b&limit=7&after=c1&zone=Europe/Vienna&currency=EUR"))
                .isEqualTo(new GetSales(
                        new Period(FIRST, FIRST, ZoneId.of("Europe/Vienna")),
                        "a&b",
                        List.of(CurrencyUnit.EUR),
                        7,
                        "c1"));
        assertThat(asked(REPORTS + "sales"))
                .isEqualTo(new GetSales(new Period(null, null, UTC), null, List.of(), 50, null));
        assertThat(asked(REPORTS + "refunds?to=2024-02-29"))
                .isEqualTo(new GetRefunds(new Period(null, FIRST, UTC), List.of(), 50, null));
        assertThat(asked(REPORTS + "open-to-ship?after=c2")).isEqualTo(new GetOpenToShip(50, "c2"));
        assertThat(asked(ATTENTION)).isEqualTo(new ListAttention(List.of(), false, 50, null));
        assertThat(asked(ATTENTION + "?kind=STOCK_SHORTFALL&kind=ORDER_OVERDUE&resolved=true&limit=500"))
                .isEqualTo(new ListAttention(
                        List.of(AttentionKind.STOCK_SHORTFALL, AttentionKind.ORDER_OVERDUE), true, 500, null));
    }

    @Test
    void finding_3_2_days_the_wrong_way_round_are_refused() {
        for (String report : List.of("sales", "refunds")) {
            HttpResponse<String> answer = door.get(REPORTS + report + "?from=2024-02-29&to=2024-02-28");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(FrontDoor.json(answer).at("/errors/0/parameter").asString())
                    .isEqualTo("from");
        }
    }

    @Test
    void pages_are_linked_and_days_are_told_as_days() {
        HttpResponse<String> answer = door.get(REPORTS + "sales?sku=a%26b&from=2024-02-29");
        assertThat(answer.headers().firstValue("Link").orElseThrow())
                .contains("rel=\"next\"", "rel=\"prev\"", "sku=a%26b", "from=2024-02-29");
        assertThat(json(answer).at("/items/0/day").asString()).isEqualTo("2026-11-22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports/sales?from=2023-02-29",
                "reports/sales?to=2024-2-29",
                "reports/sales?from=yesterday",
                "reports/refunds?sku=TEE",
                "reports/sales?zone=Europe/Wien",
                "reports/sales?zone=CEST",
                "reports/sales?zone=%2B01:00",
                "reports/refunds?currency=EURO",
                "reports/open-to-ship?limit=501",
                "admin/attention?kind=NOISE",
                "admin/attention?resolved=perhaps",
                "admin/attention?after=%22"
            })
    void what_means_nothing_is_a_400(String path) {
        assertThat(door.get("/api/v1/" + path).statusCode()).isEqualTo(400);
    }

    private static Object asked(String path) {
        ASKED.clear();
        assertThat(door.get(path).statusCode()).isEqualTo(200);
        return ASKED.get(0);
    }
}
