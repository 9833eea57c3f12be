package io.ordertrail.app.order.export;

import static io.ordertrail.app.http.openapi.Sends.Header.AS_OF;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.view.ExportMoment;
import io.ordertrail.api.order.view.ExportPage;
import io.ordertrail.api.order.view.OrderQuery.BeginExport;
import io.ordertrail.api.projection.ProjectionRefusal.ViewUnreadable;
import io.ordertrail.app.access.Places;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Writes every order that matches the filters, page by page: a million orders take as much memory as a thousand. */
@RestController
@EnableConfigurationProperties(ExportProperties.class)
@Tag(name = "Orders")
class ExportEndpoint {

    private static final String MOMENT = ExportMoment.class.getName();

    private final Dispatch dispatch;
    private final JsonMapper json;
    private final Places places;

    ExportEndpoint(Dispatch dispatch, JsonMapper json, ExportProperties settings) {
        this.places = new Places("exports", settings.perCaller(), settings.atMost());
        this.dispatch = dispatch;
        this.json = json;
    }

    @GetMapping(OrderPaths.ORDERS + "/export")
    @Operation(
            operationId = "exportOrders",
            summary = "Write all orders of a list to a file, as CSV or NDJSON",
            description =
                    "The file shows the shop at the moment when the export began (Ordertrail-As-Of): what is recorded"
                            + " later is not in it. The filters apply to the list at the time when it is read.")
    @Sends(AS_OF)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
            })
    void export(
            @QueryString ExportQuery query, ReadRequest read, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ExportFormat format = query.format();
        checkAccepted(request, MediaType.parseMediaType(format.mediaType()));
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            begin(response, format);
            return; // A HEAD has no body.
        }
        // Refuses now, while the answer can still be a problem.
        query.list(null);
        String caller = read.context().actor();
        places.take(caller);
        try {
            write(query, read, request, response);
        } finally {
            places.leave(caller);
        }
    }

    private void write(ExportQuery query, ReadRequest read, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ExportFormat format = query.format();
        ExportMoment moment = moment(request, read);
        ExportPage page = ask(query, moment, null, read);
        begin(response, format);
        response.setHeader(Sends.AS_OF_HEADER, moment.asOf().toString());
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        format.begin(out, query.begunByAMark(), query.withLines());
        format.write(page.items(), out, json);
        while (page.next() != null) {
            out.flush();
            page = ask(query, moment, page.next(), read);
            format.write(page.items(), out, json);
        }
        out.flush();
    }

    /** The moment of the first try, if this request has waited for the list. */
    private ExportMoment moment(HttpServletRequest request, ReadRequest read) {
        if (request.getAttribute(MOMENT) instanceof ExportMoment begun) {
            return begun;
        }
        ExportMoment moment = dispatch.ask(new BeginExport(), read.context(), ExportMoment.class);
        request.setAttribute(MOMENT, moment);
        return moment;
    }

    private static void begin(HttpServletResponse response, ExportFormat format) {
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.fileName() + "\"");
    }

    private ExportPage ask(ExportQuery query, ExportMoment moment, @Nullable String cursor, ReadRequest read) {
        ExportPage page = dispatch.ask(query.page(moment, cursor), read.context(), ExportPage.class);
        if (page.unreadable() > 0) {
            // A list says how many it leaves out; a file that lacks orders would look whole.
            throw new Refused(new ViewUnreadable());
        }
        return page;
    }

    private static void checkAccepted(HttpServletRequest request, MediaType offered) {
        MediaType bare = new MediaType(offered.getType(), offered.getSubtype());
        if (!accepts(request, bare)) {
            throw Rejected.notAcceptable(bare.toString());
        }
    }

    private static boolean accepts(HttpServletRequest request, MediaType bare) {
        try {
            List<MediaType> accepted =
                    MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            return accepted.isEmpty()
                    || accepted.stream()
                            .anyMatch(type -> type.removeQualityValue().includes(bare));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
