package io.ordertrail.app.live;

import io.ordertrail.api.feed.EventPage;
import io.ordertrail.api.feed.EventPage.PublicEvent;
import io.ordertrail.api.feed.FeedQuery.ListEvents;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Tells;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The events for other programs, from the first one on: page by page, or in one stream. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "Events")
class EventEndpoints {

    private final Dispatch dispatch;
    private final Streams streams;

    EventEndpoints(Dispatch dispatch, Streams streams) {
        this.dispatch = dispatch;
        this.streams = streams;
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listEvents",
            summary = "Read the events that are stored after a place, as CloudEvents 1.0",
            description =
                    "Each page names the place where the next one begins; ask on there, and you get each event once, also"
                            + " those that are committed late. With seconds, the answer waits for an event if there is none."
                            + " Accept: application/x-ndjson gets /api/v1/stream/events.")
    CompletableFuture<ResponseEntity<EventList>> list(
            @QueryString EventRequest request, ReadRequest read, HttpServletResponse response) {
        ListEvents query = new ListEvents(request.span());
        return streams.poll(read, () -> dispatch.askLater(query, read.context(), EventPage.class))
                .thenApply(page -> ResponseEntity.ok(EventList.of(page)));
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Hidden
    void lines(
            @QueryString StreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        stream(wanted, read, request, response);
    }

    @GetMapping(path = "/api/v1/stream/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            operationId = "streamEvents",
            summary =
                    "Read the events that are stored after a place, and those to come, as CloudEvents 1.0, one a line",
            description =
                    "It begins with the first event where no place is given. An empty line comes every 15 s. Where the"
                            + " service ends the stream, the last line is of the type io.ordertrail.stream.Ended.")
    @Tells(PublicEvent.class)
    void stream(
            @QueryString StreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        StreamSource source =
                StreamSource.of(dispatch, read.context(), EventEndpoints::query, EventPage.class, EventEndpoints::part);
        streams.open(StreamFormat.NDJSON, wanted, read, request, response, source);
    }

    private static ListEvents query(Span span) {
        return new ListEvents(span.after() == null ? new Span(Span.START, span.limit(), span.seconds()) : span);
    }

    private static StreamPage part(EventPage page) {
        return new StreamPage(
                page.items().stream()
                        .map(event -> new StreamPage.Item(event.position(), event))
                        .toList(),
                page.after(),
                page.more());
    }
}
