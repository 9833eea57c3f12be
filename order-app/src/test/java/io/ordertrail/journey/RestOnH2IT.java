package io.ordertrail.journey;

import java.nio.file.Path;
import java.util.List;

class RestOnH2IT extends RestJourney {

    private final Path dataDir = InProcess.newDataDir();

    @Override
    List<String> settings() {
        return List.of("ordertrail.data-dir=" + dataDir);
    }
}
