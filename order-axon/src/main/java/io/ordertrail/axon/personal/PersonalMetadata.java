package io.ordertrail.axon.personal;

/**
 * What of the metadata of events tells about a person, and is encrypted as what is personal in the event itself.
 *
 * @param name of the one entry that does
 */
public record PersonalMetadata(String name) {}
