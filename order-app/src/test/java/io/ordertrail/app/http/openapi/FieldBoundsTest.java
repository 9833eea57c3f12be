package io.ordertrail.app.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.FrontDoor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The bounds of requests: those of the commands that they become, and said nowhere else. */
class FieldBoundsTest {

    /** Bodies that become no command, and parts of one that stand otherwise in their command. */
    private static final Set<String> OTHERS =
            Set.of("Amount", "Deduction", "OrderFilters", "SearchRequest", "References");

    @Test
    void every_body_has_the_bounds_of_what_it_becomes() throws Exception {
        assertThat(bodies())
                .hasSizeGreaterThan(40)
                .allMatch(body -> body.isAnnotationPresent(Becomes.class) || OTHERS.contains(body.getSimpleName()));
    }

    /** The reason that a provider tells is cut to what fits; {@code 4000} is a hint only. */
    @Test
    void a_body_says_no_bound_itself() throws Exception {
        assertThat(bodies().stream()
                        .filter(body -> body.isAnnotationPresent(Becomes.class))
                        .flatMap(body -> Stream.of(body.getRecordComponents()))
                        .filter(FieldBoundsTest::saysABound))
                .extracting(component -> component.getDeclaringRecord().getSimpleName() + "." + component.getName())
                .containsExactly("Webhook.reason");
    }

    private static boolean saysABound(RecordComponent component) {
        Schema words = component.getAccessor().getAnnotation(Schema.class);
        return words != null
                && (words.maxLength() < Integer.MAX_VALUE
                        || !words.minimum().isEmpty()
                        || !words.maximum().isEmpty());
    }

    @Test
    void the_description_of_the_api_shows_them() {
        try (FrontDoor door = FrontDoor.open()) {
            JsonNode schemas = FrontDoor.json(door.get("/v3/api-docs")).at("/components/schemas");
            assertThat(schemas.at("/PlaceOrder/properties/customerId/maxLength").asInt())
                    .isEqualTo(100);
            assertThat(schemas.at("/PlaceOrder/properties/channel/pattern").asString())
                    .contains("{1,32}");
            assertThat(schemas.at("/PlaceOrder/properties/lines/minItems").asInt())
                    .isEqualTo(1);
            assertThat(schemas.at("/PlaceOrder/properties/lines/maxItems").asInt())
                    .isEqualTo(500);
            assertThat(schemas.at("/PlaceOrder/properties/metadata/maxProperties")
                            .asInt())
                    .isEqualTo(50);
            assertThat(schemas.at("/PlaceOrderLine/properties/quantity/maximum").asInt())
                    .isEqualTo(1_000_000);
            assertThat(schemas.at("/EditRequestLine/properties/sku/maxLength").asInt())
                    .isEqualTo(64);
            assertThat(schemas.at("/Webhook/properties/eventId/maxLength").asInt())
                    .isEqualTo(200);
            assertThat(schemas.at("/StockAdjustment/properties/quantity/minimum")
                            .asInt())
                    .isEqualTo(-1_000_000_000);
            assertThat(schemas.at("/ProblemFault/properties/code/x-extensible-enum")
                            .toString())
                    .contains("CONTROL_CHARACTER");
        }
    }

    private static Set<Class<?>> bodies() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Set<Class<?>> found = new LinkedHashSet<>();
        for (var bean : scan.findCandidateComponents("io.ordertrail.app")) {
            for (Method method : Class.forName(bean.getBeanClassName()).getDeclaredMethods()) {
                for (Parameter parameter : method.getParameters()) {
                    if (parameter.isAnnotationPresent(RequestBody.class)) {
                        add(ResolvableType.forClass(parameter.getType()), found);
                    }
                }
            }
        }
        return found;
    }

    private static void add(ResolvableType type, Set<Class<?>> found) {
        if (type.toClass().isRecord() && found.add(type.toClass())) {
            for (RecordComponent component : type.toClass().getRecordComponents()) {
                add(ResolvableType.forType(component.getGenericType()), found);
            }
        }
        for (ResolvableType part : type.getGenerics()) {
            add(part, found);
        }
    }
}
