package io.ordertrail.api.message;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills the {@link Sentence} of a record with its values. */
public final class SentenceReader {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

    private SentenceReader() {}

    /** @throws IllegalStateException the record has no sentence, or no component of a name in it */
    public static String read(Object said) {
        Sentence sentence = said.getClass().getAnnotation(Sentence.class);
        if (sentence == null) {
            throw new IllegalStateException(said.getClass() + " has no @Sentence");
        }
        String known = OPTIONAL.matcher(sentence.value())
                .replaceAll(part -> Matcher.quoteReplacement(isKnown(said, part.group(1)) ? part.group(1) : ""));
        return NAME.matcher(known).replaceAll(name -> Matcher.quoteReplacement(words(value(said, name.group(1)))));
    }

    private static boolean isKnown(Object said, String part) {
        return NAME.matcher(part).results().allMatch(name -> value(said, name.group(1)) != null);
    }

    private static String words(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static @Nullable Object value(Object said, String name) {
        try {
            return said.getClass().getMethod(name).invoke(said);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(said.getClass() + " cannot say its " + name, e);
        }
    }
}
