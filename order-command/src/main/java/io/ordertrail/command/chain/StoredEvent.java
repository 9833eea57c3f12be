package io.ordertrail.command.chain;

/**
 * An event, as it is stored.
 *
 * @param position in the event store
 * @param name for a person
 * @param mac over all its columns but its position: {@link Block#MAC} bytes
 */
record StoredEvent(long position, String name, byte[] mac) {}
