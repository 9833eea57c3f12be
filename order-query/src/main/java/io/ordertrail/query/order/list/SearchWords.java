package io.ordertrail.query.order.list;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a text, by which it is looked for: each once, sorted, in one case and one Unicode form (NFKC; {@code ß}
 * is {@code ss}), without what stands between words. Stored and searched words both go through here, because databases
 * differ in what they treat as equal.
 */
final class SearchWords {

    /** Characters. Of a longer word only the beginning is stored and searched. */
    private static final int LONGEST = 80;

    /** In no UTF-8: what begins with some bytes comes before those and this one. */
    private static final byte AFTER_ALL = (byte) 0xFF;

    private SearchWords() {}

    static List<String> of(Stream<String> texts) {
        return texts.flatMap(SearchWords::words).distinct().sorted().toList();
    }

    private static Stream<String> words(String text) {
        return Stream.of(folded(text).split(" "))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::cut);
    }

    /** Character by character to lower case: toLowerCase knows two forms of the Greek sigma. */
    private static String folded(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String lower = upper.codePoints()
                .map(character -> isPart(character) ? Character.toLowerCase(character) : ' ')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static boolean isPart(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }

    /** All of one thing as one text. */
    static String text(List<String> words) {
        return words.stream().map(word -> ' ' + word).collect(Collectors.joining());
    }

    /**
     * Such a text in which there is a word that begins with {@code beginning}, as a pattern of SQL. It has none of that
     * pattern's own signs.
     */
    static String pattern(String beginning) {
        return "% " + beginning + '%';
    }

    /** As it is kept. Of bytes every database knows the same order. */
    static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    /** What comes after all words that begin with {@code word}, and before all others that do. */
    static byte[] after(String word) {
        byte[] bytes = bytes(word);
        byte[] after = Arrays.copyOf(bytes, bytes.length + 1);
        after[bytes.length] = AFTER_ALL;
        return after;
    }
}
