package io.ordertrail.journey;

import java.nio.file.Path;
import java.util.List;

class ManyClientsOnH2IT extends ManyClients {

    @Override
    List<String> database() {
        return List.of();
    }

    @Override
    List<String> verification(Path dataDir) {
        return List.of("--data-dir", dataDir.toString());
    }
}
