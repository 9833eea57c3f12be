package io.ordertrail.command.order;

import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import java.util.List;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** An {@link InvalidRequest} with exactly these faults, each told as {@code "pointer CODE"}. */
public final class FaultyAt extends TypeSafeMatcher<Object> {

    private final List<String> expected;

    public FaultyAt(List<String> expected) {
        this.expected = expected;
    }

    @Override
    protected boolean matchesSafely(Object refusal) {
        return refusal instanceof InvalidRequest invalid
                && invalid.faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.code())
                        .toList()
                        .equals(expected);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("faults at ").appendValue(expected);
    }
}
