package io.ordertrail.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountQuery;
import io.ordertrail.api.account.AccountRefusal;
import io.ordertrail.api.account.TransferCommand;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferRefusal;
import io.ordertrail.api.attention.AttentionQuery;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.message.SentenceReader;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsRefusal;
import io.ordertrail.api.order.OrderRefusal;
import io.ordertrail.api.order.view.OrderQuery;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentQuery;
import io.ordertrail.api.payment.PaymentRefusal;
import io.ordertrail.api.process.ProcessCommand;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessQuery;
import io.ordertrail.api.process.ProcessRefusal;
import io.ordertrail.api.projection.ProjectionCommand;
import io.ordertrail.api.projection.ProjectionQuery;
import io.ordertrail.api.projection.ProjectionRefusal;
import io.ordertrail.api.report.ReportQuery;
import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnQuery;
import io.ordertrail.api.returns.ReturnRefusal;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.shipment.ShipmentQuery;
import io.ordertrail.api.shipment.ShipmentRefusal;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockQuery;
import io.ordertrail.api.stock.StockRefusal;
import io.ordertrail.api.verification.VerificationQuery;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                AccountCommand.class,
                AccountEvent.class,
                AccountQuery.class,
                AccountRefusal.class,
                TransferCommand.class,
                TransferEvent.class,
                TransferRefusal.class,
                AttentionQuery.class,
                ReportQuery.class,
                OrderCommand.class,
                OrderEvent.class,
                OrderQuery.class,
                OrderRefusal.class,
                RequestRefusal.class,
                PaymentCommand.class,
                PaymentEvent.class,
                PaymentQuery.class,
                PaymentRefusal.class,
                ProcessCommand.class,
                ProcessEvent.class,
                ProcessQuery.class,
                ProcessRefusal.class,
                ShipmentCommand.class,
                ShipmentEvent.class,
                ShipmentQuery.class,
                ShipmentRefusal.class,
                ReturnCommand.class,
                ReturnEvent.class,
                ReturnQuery.class,
                ReturnRefusal.class,
                ProjectionCommand.class,
                ProjectionQuery.class,
                ProjectionRefusal.class,
                StockCommand.class,
                StockEvent.class,
                StockQuery.class,
                StockRefusal.class,
                VerificationQuery.class
            })
    void everything_that_can_be_said_is_in_the_contract_under_its_name(Class<?> sealedRoot) {
        assertThat(leaves(sealedRoot))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(
                                Contract.byName().get(Contract.named(type).value()))
                        .isEqualTo(type));
    }

    /** Over an Axon Server what is not in it comes back as bytes of a type that nobody knows. */
    @Test
    void every_type_that_has_a_name_is_in_the_contract() throws IOException, URISyntaxException {
        Path classes = Path.of(Contract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        try (Stream<Path> files = Files.walk(classes)) {
            List<Class<?>> named = files.map(classes::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".class"))
                    .<Class<?>>map(ContractTest::load)
                    .filter(type -> type.isAnnotationPresent(Named.class))
                    .toList();

            assertThat(named).contains(AccountCommand.OpenAccount.class);
            assertThat(Contract.byName().values()).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    /** Else it would take the turns of those who ask for one thing. */
    @Test
    void what_is_asked_page_by_page_is_a_query_of_many() {
        assertThat(Contract.byName().values().stream()
                        .filter(Class::isRecord)
                        .filter(type -> Stream.of(type.getRecordComponents())
                                .anyMatch(part -> part.getName().equals("limit") && part.getType() == int.class)))
                .hasSizeGreaterThan(10)
                .allMatch(OfMany.class::isAssignableFrom);
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusals_have_codes_of_their_own() {
        assertThat(refusals().map(Class::getSimpleName)).doesNotHaveDuplicates();
        assertThat(new OrderGoodsRefusal.AlreadyDispatched().code()).isEqualTo("ALREADY_DISPATCHED");
    }

    @Test
    void a_refusal_says_a_sentence_with_its_values() {
        assertThat(new OrderGoodsRefusal.TooMany("1", 3, 2).detail())
                .isEqualTo("Line 1 has 2 units left, 3 were asked for.");
        assertThat(new OrderGoodsRefusal.ShipmentNotFound("$1{x}").detail()).isEqualTo("There is no shipment $1{x}.");
    }

    @Test
    void a_sentence_leaves_out_what_nobody_said() {
        Instant at = Instant.EPOCH;
        assertThat(SentenceReader.read(new OrderHeld("order-1", "FRAUD_CHECK", "call", at)))
                .isEqualTo("Put on hold: FRAUD_CHECK, call");
        assertThat(SentenceReader.read(new OrderHeld("order-1", "FRAUD_CHECK", null, at)))
                .isEqualTo("Put on hold: FRAUD_CHECK");
    }

    /** A name that no component has is found when somebody is refused, unless it is found here. */
    @Test
    void every_sentence_names_what_its_record_has() {
        assertThat(Contract.byName().values().stream().filter(type -> type.isAnnotationPresent(Sentence.class)))
                .hasSizeGreaterThan(100)
                .allSatisfy(type -> {
                    Set<String> named = Pattern.compile("\\{(.*?)}")
                            .matcher(type.getAnnotation(Sentence.class).value())
                            .results()
                            .map(name -> name.group(1))
                            .collect(Collectors.toSet());
                    assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                            .containsAll(named);
                });
        assertThat(refusals().filter(type -> !type.isAnnotationPresent(Sentence.class)))
                .allSatisfy(type -> assertThat(type.getDeclaredMethods())
                        .extracting(Method::getName)
                        .contains("detail"));
    }

    private static Stream<Class<?>> refusals() {
        return Stream.of(
                        OrderRefusal.class,
                        RequestRefusal.class,
                        ShipmentRefusal.class,
                        ReturnRefusal.class,
                        PaymentRefusal.class,
                        AccountRefusal.class,
                        TransferRefusal.class,
                        ProcessRefusal.class,
                        ProjectionRefusal.class,
                        StockRefusal.class)
                .flatMap(ContractTest::leaves);
    }

    /** The records that may stand for {@code type}, whatever sealed interfaces lie between. */
    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ContractTest::leaves)
                : Stream.of(type);
    }
}
