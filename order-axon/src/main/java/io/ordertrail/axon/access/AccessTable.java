package io.ordertrail.axon.access;

import io.ordertrail.api.message.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which role may send which message, and for whose things. */
public final class AccessTable {

    /** Tab-separated: a line for each message, by its stored name, and a column for each role. */
    private static final String RESOURCE = "access/messages.tsv";

    /** Whose things a message may be about; each includes the one before. */
    public enum Reach {
        /** Nobody's: it may not be sent. */
        NONE,
        /** The sender's own. */
        OWN,
        /** Everybody's. */
        ALL
    }

    private final Map<String, Map<Role, Reach>> lines;

    private AccessTable(Map<String, Map<Role, Reach>> lines) {
        this.lines = lines;
    }

    /** Reads every table on the class path: a program with messages of its own brings its own lines. */
    public static AccessTable load() {
        Map<String, Map<Role, Reach>> lines = new TreeMap<>();
        try {
            for (URL table : Collections.list(AccessTable.class.getClassLoader().getResources(RESOURCE))) {
                try (BufferedReader text =
                        new BufferedReader(new InputStreamReader(table.openStream(), StandardCharsets.UTF_8))) {
                    read(text.lines().iterator(), lines);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AccessTable(lines);
    }

    private static void read(Iterator<String> text, Map<String, Map<Role, Reach>> lines) {
        String[] head = text.next().split("\t", -1);
        text.forEachRemaining(line -> {
            String[] cells = line.split("\t", -1);
            Map<Role, Reach> reaches = new EnumMap<>(Role.class);
            for (int i = 1; i < head.length; i++) {
                reaches.put(Role.valueOf(head[i]), reach(cells[i]));
            }
            if (lines.putIfAbsent(cells[0], reaches) != null) {
                throw new IllegalStateException(cells[0] + " has two lines in " + RESOURCE);
            }
        });
    }

    private static Reach reach(String cell) {
        return cell.equals("-") ? Reach.NONE : Reach.valueOf(cell.toUpperCase(Locale.ROOT));
    }

    /** The names of all messages that have a line. */
    public Set<String> messages() {
        return Collections.unmodifiableSet(lines.keySet());
    }

    /**
     * As far as the furthest of {@code roles} reaches.
     *
     * @throws IllegalStateException {@code message} has no line
     */
    public Reach reach(String message, Set<Role> roles) {
        Map<Role, Reach> line = line(message);
        return roles.stream()
                .map(role -> line.getOrDefault(role, Reach.NONE))
                .max(Reach::compareTo)
                .orElse(Reach.NONE);
    }

    /** The roles that may send {@code message}; more of them than one, the service's is not told. */
    public List<Role> rolesFor(String message) {
        List<Role> able = line(message).entrySet().stream()
                .filter(cell -> cell.getValue() != Reach.NONE)
                .map(Map.Entry::getKey)
                .toList();
        return able.size() == 1
                ? able
                : able.stream().filter(role -> role != Role.SERVICE).toList();
    }

    private Map<Role, Reach> line(String message) {
        Map<Role, Reach> line = lines.get(message);
        if (line == null) {
            throw new IllegalStateException(message + " has no line in " + RESOURCE);
        }
        return line;
    }
}
