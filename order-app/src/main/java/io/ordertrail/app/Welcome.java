package io.ordertrail.app;

import io.ordertrail.app.access.Access;
import io.ordertrail.app.access.AccessMode;
import io.ordertrail.axon.database.DataProperties;
import io.ordertrail.axon.personal.PersonalDataProperties;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the addresses of the service when it has started. */
@Component
@EnableConfigurationProperties({DataProperties.class, PersonalDataProperties.class})
final class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger("io.ordertrail");

    private final String address;
    private final Path dataDir;
    private final PersonalDataProperties personal;
    private final ObjectProvider<Access> access;

    Welcome(
            @Value("${server.address:127.0.0.1}") String address,
            DataProperties data,
            PersonalDataProperties personal,
            ObjectProvider<Access> access) {
        this.address = address;
        this.personal = personal;
        this.access = access;
        this.dataDir = data.dataDir();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String home = "http://" + address + ":" + web.getWebServer().getPort();
            LOG.info(
                    "Ordertrail is ready after {} ms, {}.  API {}/api/v1/orders  Swagger UI {}/swagger-ui.html  Data {}",
                    event.getTimeTaken() == null ? "?" : event.getTimeTaken().toMillis(),
                    access.getObject().mode().name().toLowerCase(Locale.ROOT),
                    home,
                    home,
                    dataDir.toAbsolutePath().normalize());
            if (access.getObject().mode() == AccessMode.SECURED && personal.masterKey() == null) {
                LOG.warn("Whoever can read the database can read all personal data: its master key is in there as well"
                        + " (docs/how-to/forget-a-person.md#keep-the-master-key)");
            }
        }
    }
}
