package io.ordertrail.journey;

import java.nio.file.Path;
import java.util.List;

class FulfilmentCrashOnH2IT extends FulfilmentCrash {

    @Override
    List<String> database(Path dataDir) {
        return List.of();
    }

    @Override
    List<String> verification(Path dataDir) {
        return List.of("--data-dir", dataDir.toString());
    }
}
