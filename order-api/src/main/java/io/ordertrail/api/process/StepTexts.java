package io.ordertrail.api.process;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;

/** What events of processes tell of some subjects, the earliest first. */
@Named("process.StepTexts")
public record StepTexts(List<StepText> texts) {

    /**
     * One text.
     *
     * @param eventId of the event
     * @param subject what it is about, such as an order
     * @param event its type, such as {@code process.StepTakenOver}
     * @param field JSON Pointer (RFC 6901) into the event
     */
    public record StepText(
            String eventId,
            String subject,
            String event,
            Instant at,
            String field,
            @PersonalData String text) {}
}
