package io.ordertrail.journey;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** Runs against the Axon Server that the environment names: {@code AXON_SERVER=host:grpcPort}. */
class RestOnAxonServerIT extends RestJourney {

    private static final String SERVER = System.getenv("AXON_SERVER");

    private final Path dataDir = InProcess.newDataDir();

    @BeforeAll
    @Override
    void startService() {
        if (SERVER == null || SERVER.isBlank()) {
            String skipped =
                    "SKIPPED LOUDLY: Axon Server: set AXON_SERVER=host:grpcPort to run the REST tests against one";
            System.out.println(skipped);
            Assumptions.abort(skipped);
        }
        super.startService();
    }

    @Override
    List<String> settings() {
        return List.of(
                "spring.profiles.active=axon-server",
                "axon.axonserver.servers=" + SERVER,
                "ordertrail.data-dir=" + dataDir);
    }
}
