package io.ordertrail.api.deadletter;

import io.ordertrail.api.message.Named;
import java.util.List;

/**
 * What waits, the longest parked first; at most 500.
 *
 * @param items one for each sequence
 * @param sequences how many there are, of which the items are a part
 * @param events how many events wait in all
 */
@Named("deadletter.DeadLetters")
public record DeadLetters(List<DeadLetter> items, long sequences, long events) {}
