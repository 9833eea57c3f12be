package io.ordertrail.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class ReallyGoneOnH2IT extends ReallyGone {

    @Override
    List<String> settings() {
        return List.of("ordertrail.data-dir=" + dataDir, "ordertrail.personal-data.log-access=true");
    }

    @Override
    List<String> verification() {
        return List.of("--data-dir", dataDir.toString());
    }

    /** Its end has copied what lives into a new file. */
    @Override
    List<Path> files() throws IOException {
        return all(dataDir);
    }
}
