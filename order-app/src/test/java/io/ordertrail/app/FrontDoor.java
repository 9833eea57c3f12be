package io.ordertrail.app;

import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.LocalMode;
import io.ordertrail.axon.access.ServiceSecrets;
import io.ordertrail.axon.access.TokenWithdrawals;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.personal.ServiceSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mockito.Mockito;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front door on a real Tomcat, with stubs in the rooms behind it. */
public final class FrontDoor implements AutoCloseable {

    public static final String ORDERS = "/api/v1/orders";

    /** With which SANDBOX signs its webhooks. */
    public static final String WEBHOOK_SECRET = "sandbox secret";

    private final Rooms rooms = new Rooms();
    private final ApiKeys keys = Mockito.mock(ApiKeys.class);
    private final TokenWithdrawals withdrawals = Mockito.mock(TokenWithdrawals.class);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final int port;

    private FrontDoor(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "--server.port=0";
        all[settings.length + 1] = "--ordertrail.payment.webhooks.sandbox.secret=" + WEBHOOK_SECRET;
        context = new SpringApplicationBuilder(Doorway.class)
                .initializers(started -> {
                    GenericApplicationContext beans = (GenericApplicationContext) started;
                    beans.registerBean(Dispatch.class, rooms::dispatch);
                    beans.registerBean(Clock.class, Clock::systemUTC);
                    beans.registerBean(ApiKeys.class, () -> keys);
                    beans.registerBean(TokenWithdrawals.class, () -> withdrawals);
                    beans.registerBean(LocalMode.class, () -> LocalMode.of(beans.getEnvironment(), false));
                    beans.registerBean(ServiceSecrets.class, FrontDoor::secrets);
                    beans.registerBean(ServiceSignature.class, FrontDoor::signature);
                })
                .run(all);
        port = ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private static ServiceSignature signature() {
        ServiceSignature signature = Mockito.mock(ServiceSignature.class);
        Mockito.when(signature.sign(Mockito.anyMap())).thenReturn("eyJ.eyJ.c2ln");
        return signature;
    }

    private static ServiceSecrets secrets() {
        ServiceSecrets secrets = Mockito.mock(ServiceSecrets.class);
        Mockito.when(secrets.of(Mockito.anyString())).thenReturn(new byte[32]);
        return secrets;
    }

    /** @param settings Spring's arguments: {@code --name=value} */
    public static FrontDoor open(String... settings) {
        return new FrontDoor(settings);
    }

    public Rooms rooms() {
        return rooms;
    }

    /** A stub too: there is none until a test says otherwise. */
    public ApiKeys keys() {
        return keys;
    }

    /** A stub too: nothing is withdrawn until a test says otherwise. */
    public TokenWithdrawals withdrawals() {
        return withdrawals;
    }

    public int port() {
        return port;
    }

    /** Each method and address that is answered here, such as {@code GET /api/v1/orders/{orderId}}. */
    public Set<String> answered() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path ->
                                mapping.getMethodsCondition().getMethods().isEmpty()
                                        ? Stream.of("ANY " + path)
                                        : mapping.getMethodsCondition().getMethods().stream()
                                                .map(method -> method + " " + path)))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        context.close();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** A POST of JSON with a key of its own. */
    public HttpRequest.Builder post(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The service broke the connection", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Places the example order and answers its id. */
    public String place() {
        return json(send(post(ORDERS, example("PlaceOrder")))).get("id").asString();
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The example of a body, as the API description shows it. */
    public static String example(String name) {
        try (var file = FrontDoor.class.getResourceAsStream("/openapi/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
