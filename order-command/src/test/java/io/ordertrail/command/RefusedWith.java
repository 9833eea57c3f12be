package io.ordertrail.command;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import java.util.List;
import java.util.function.Predicate;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** A rule said no, and this is why. */
public final class RefusedWith extends TypeSafeMatcher<Throwable> {

    private final Predicate<Refusal> expected;
    private final String words;

    private RefusedWith(Predicate<Refusal> expected, String words) {
        this.expected = expected;
        this.words = words;
    }

    /** With exactly this refusal. */
    public static RefusedWith refusal(Refusal refusal) {
        return new RefusedWith(refusal::equals, "refused with " + refusal);
    }

    /** With a role missing, whichever would do. */
    public static RefusedWith missingRole() {
        return new RefusedWith(MissingRole.class::isInstance, "refused with a missing role");
    }

    /** With exactly these faults of the request, each told as {@code "pointer CODE"}, whatever the words. */
    public static RefusedWith faults(String... pointersAndCodes) {
        List<String> faults = List.of(pointersAndCodes);
        return new RefusedWith(no -> told(no).equals(faults), "refused with the faults " + faults);
    }

    @Override
    protected boolean matchesSafely(Throwable failure) {
        return failure instanceof Refused no && expected.test(no.refusal());
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(words);
    }

    @Override
    protected void describeMismatchSafely(Throwable failure, Description description) {
        description.appendText(
                failure instanceof Refused no ? no.refusal() + " " + told(no.refusal()) : failure.toString());
    }

    private static List<String> told(Refusal refusal) {
        return refusal.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
