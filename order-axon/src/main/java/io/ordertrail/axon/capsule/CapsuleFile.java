package io.ordertrail.axon.capsule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.axon.json.JsonBuffers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A capsule as a file: one JSON object a line (NDJSON), in UTF-8. The first line is {@code {"capsule":1,"order":…}},
 * the others are {@code {"event":…}} and then {@code {"row":…}}.
 */
public final class CapsuleFile {

    private static final JsonMapper JSON = JsonBuffers.mapper()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private CapsuleFile() {}

    /** A line, which has one of its parts. */
    private record Line(
            @Nullable Integer capsule,
            @Nullable String order,
            Capsule.@Nullable Event event,
            Capsule.@Nullable Row row) {}

    public static void write(Capsule capsule, Writer out) throws IOException {
        line(out, new Line(capsule.format(), capsule.orderId(), null, null));
        for (Capsule.Event event : capsule.events()) {
            line(out, new Line(null, null, event, null));
        }
        for (Capsule.Row row : capsule.rows()) {
            line(out, new Line(null, null, null, row));
        }
        out.flush();
    }

    private static void line(Writer out, Line line) throws IOException {
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
    }

    /** @throws IllegalArgumentException it is no capsule, or one of a later format */
    public static Capsule read(Reader in) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        Line header = parse(lines.readLine(), 1);
        if (header == null || header.capsule == null || header.order == null) {
            throw new IllegalArgumentException("line 1: this is no capsule; it must begin with {\"capsule\":1,…}");
        }
        if (header.capsule != Capsule.FORMAT) {
            throw new IllegalArgumentException(
                    "line 1: format " + header.capsule + " is not known here; this release reads " + Capsule.FORMAT);
        }
        List<Capsule.Event> events = new ArrayList<>();
        List<Capsule.Row> rows = new ArrayList<>();
        int number = 1;
        for (Line line = parse(lines.readLine(), ++number); line != null; line = parse(lines.readLine(), ++number)) {
            if (line.event != null) {
                events.add(line.event);
            } else if (line.row != null) {
                rows.add(line.row);
            } else {
                throw new IllegalArgumentException("line " + number + ": neither an event nor a row");
            }
        }
        return new Capsule(header.capsule, header.order, events, rows);
    }

    private static @Nullable Line parse(@Nullable String text, int number) {
        try {
            return text == null ? null : JSON.readValue(text, Line.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getOriginalMessage(), e);
        }
    }
}
