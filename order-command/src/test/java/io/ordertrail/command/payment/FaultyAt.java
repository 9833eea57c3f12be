package io.ordertrail.command.payment;

import io.ordertrail.api.message.Refusal;
import java.util.List;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** A refusal with exactly these faults, each told as {@code "pointer CODE"}. */
final class FaultyAt extends TypeSafeMatcher<Object> {

    private final List<String> expected;

    FaultyAt(List<String> expected) {
        this.expected = expected;
    }

    @Override
    protected boolean matchesSafely(Object refusal) {
        return refusal instanceof Refusal no
                && no.faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.code())
                        .toList()
                        .equals(expected);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a refusal with the faults ").appendValue(expected);
    }
}
