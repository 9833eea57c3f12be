package io.ordertrail.query.personal;

import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;

/**
 * What one event of a process tells.
 *
 * @param id of the event
 * @param subject what it is about
 * @param event its type
 * @param field where in it the text is
 */
record StepTextRow(
        String id,
        String subject,
        String event,
        Instant at,
        String field,
        @PersonalData String text) {}
