package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.api.stock.StockCommand.AdjustStock;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockRefusal.NotOnHand;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.axon.message.MetaKeys;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What staff says of an item: that there is such a thing, that goods came in, and what was counted. */
class CountTest extends StockScenario {

    @Test
    void S7_a_sku_is_tracked_once_it_is_registered() {
        givenNothing()
                .by("SUPERVISOR")
                .when(register(2, 10))
                .then(new StockItemRegistered(ITEM, SKU, "MAIN", "Tee M", 2, 10, 5, NOW))
                .answer(Receipt.of(ITEM, 0));
        assertThat(names.ownerOf(StockItemId.SKU, SKU)).contains(ITEM);
    }

    /** As an attempt leaves it whose event an Axon Server never stored. */
    @Test
    void S7_even_if_its_name_was_claimed_before() {
        names.claim(StockItemId.SKU, SKU, ITEM);
        givenNothing().when(register(2, 10)).answer(Receipt.of(ITEM, 0));
    }

    @Test
    void registered_again_it_is_kept_in_another_way() {
        given(registered(0, 0)).when(register(2, 10)).then(changed(2, 10)).answer(Receipt.of(ITEM, 1));
    }

    @Test
    void registered_again_in_the_same_way_nothing_changes() {
        given(registered(2, 10)).when(register(2, 10)).changesNothing(0);
    }

    @Test
    void who_decided_on_an_older_version_is_refused() {
        given(registered(0, 0), received(1)).ifMatch(0).when(register(2, 10)).refused(new StaleVersion(0, 1));
    }

    @Test
    void who_decided_on_a_version_of_what_is_not_tracked_is_refused() {
        givenNothing().ifMatch(0).when(register(2, 10)).refused(new NotTracked(SKU));
    }

    @Test
    void finding_2_12_who_wants_to_begin_does_not_change_what_is_there() {
        givenNothing().ifMatch(MetaKeys.NONE_YET).when(register(2, 10)).answer(Receipt.of(ITEM, 0));
        given(registered(0, 0), received(1))
                .ifMatch(MetaKeys.NONE_YET)
                .when(register(2, 10))
                .refused(new StaleVersion(MetaKeys.NONE_YET, 1));
    }

    @Test
    void finding_2_13_a_sku_is_not_dots_alone() {
        for (String dots : List.of(".", "..", "....")) {
            givenNothing()
                    .when(new RegisterStockItem(StockItemId.of(dots), dots, "Dots", 0, 0, 0, null))
                    .faulty("/sku MALFORMED");
        }
    }

    @Test
    void an_item_is_registered_by_staff_and_by_the_service_alone() {
        givenNothing().by("CUSTOMER").when(register(0, 0)).forbidden();
    }

    @Test
    void settings_have_bounds() {
        givenNothing()
                .when(new RegisterStockItem("stock-other", SKU, " ", -1, 1_000_000_001, -1, null))
                .faulty(
                        "/sku MALFORMED",
                        "/name REQUIRED",
                        "/safety OUT_OF_RANGE",
                        "/backorderLimit OUT_OF_RANGE",
                        "/reorderPoint OUT_OF_RANGE");
    }

    @Test
    void goods_that_come_in_are_on_hand() {
        given(registered(0, 0)).when(receive(10)).then(received(10));
    }

    @Test
    void they_may_have_come_in_before_now_but_not_before_the_item_was_tracked() {
        Instant before = REGISTERED.minusSeconds(1);
        given(registered(0, 0))
                .when(new ReceiveStock(ITEM, 10, null, before))
                .refused(new ImpossibleTime(before, REGISTERED, NOW));
    }

    @Test
    void S7_of_a_sku_that_was_never_registered_nothing_comes_in() {
        givenNothing().when(receive(10)).refused(new NotTracked(SKU));
    }

    @Test
    void S1_no_count_finds_fewer_than_none() {
        given(registered(0, 0), received(3)).when(adjust(-4)).refused(new NotOnHand(SKU, 3, 4));
        given(registered(0, 0), received(3)).when(adjust(-3)).then(adjusted(-3));
    }

    @Test
    void S6_a_count_below_what_is_reserved_is_recorded_and_tells_what_is_missing() {
        given(registered(0, 0), received(5), answer(1, 1, 4, 0))
                .when(adjust(-3))
                .then(adjusted(-3), shortfall(2));
    }

    @Test
    void S6_a_count_that_leaves_what_is_reserved_tells_of_nothing() {
        given(registered(3, 0), received(8), answer(1, 1, 4, 0))
                .when(adjust(-4))
                .then(adjusted(-4));
    }

    @Test
    void S6_a_count_that_finds_some_of_what_is_missing_is_no_new_shortfall() {
        given(registered(0, 0), received(5), answer(1, 1, 4, 0), adjusted(-3), shortfall(2))
                .when(adjust(1))
                .then(adjusted(1));
    }

    @Test
    void quantities_have_bounds_and_a_count_has_a_reason() {
        given(registered(0, 0)).when(receive(0)).faulty("/quantity OUT_OF_RANGE");
        given(registered(0, 0)).when(adjust(0)).faulty("/quantity OUT_OF_RANGE");
        given(registered(0, 0))
                .when(new AdjustStock(ITEM, Long.MIN_VALUE, "", null))
                .faulty("/quantity OUT_OF_RANGE", "/reason REQUIRED");
    }
}
