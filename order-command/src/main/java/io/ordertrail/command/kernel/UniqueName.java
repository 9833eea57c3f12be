package io.ordertrail.command.kernel;

/**
 * A name that is given once only.
 *
 * @param kind what sort of name it is; names of two kinds never meet; at most 32 characters
 * @param owner the stream that has it
 */
public record UniqueName(String kind, String name, String owner) {

    @Override
    public String toString() {
        return "%s %s of %s".formatted(kind, name, owner);
    }
}
