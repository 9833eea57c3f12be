package io.ordertrail.axon.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data is kept.
 *
 * @param dataDir folder of the H2 file
 */
@ConfigurationProperties("ordertrail")
public record DataProperties(@DefaultValue("./data") Path dataDir) {}
