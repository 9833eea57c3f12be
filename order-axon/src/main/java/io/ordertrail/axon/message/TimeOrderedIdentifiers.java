package io.ordertrail.axon.message;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * The ids of messages: UUIDs of version 7 (RFC 9562), which begin with the time. Those of one transaction stand side by
 * side in the index of event ids; random ones would each change another page of it. Axon finds this class by
 * {@code META-INF/services}.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
