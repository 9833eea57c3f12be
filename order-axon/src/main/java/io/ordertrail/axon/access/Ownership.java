package io.ordertrail.axon.access;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Whose things alone the message at hand may be about. Only its handler knows whose a thing is, so it asks here before
 * it answers. To a customer, what belongs to somebody else is not there.
 */
public final class Ownership {

    private static final String KEY = Ownership.class.getName();

    private final String customer;
    private boolean asked;

    private Ownership(String customer) {
        this.customer = customer;
    }

    static void begin(UnitOfWork<?> work, String customer) {
        work.resources().put(KEY, new Ownership(customer));
    }

    /** The customer whose things alone may be told or changed; empty where they may be everybody's. */
    public static Optional<String> only() {
        return present().map(own -> {
            own.asked = true;
            return own.customer;
        });
    }

    /**
     * Requires that the thing at hand may be told or changed.
     *
     * @param owner whose it is; empty if it is nobody's, or not there
     * @param notThere what is told of a thing that is not there
     * @throws Refused with {@code notThere}: it is another's
     */
    public static void require(Supplier<Optional<String>> owner, Supplier<? extends Refusal> notThere) {
        only().ifPresent(customer -> {
            if (!owner.get().equals(Optional.of(customer))) {
                throw new Refused(notThere.get());
            }
        });
    }

    /**
     * Requires that whoever handled the message of {@code work} has asked whose its thing is.
     *
     * @throws IllegalStateException they have not, so the answer may tell anything
     */
    public static void mustHaveBeenAsked(UnitOfWork<?> work) {
        Ownership own = work.getResource(KEY);
        if (own != null && !own.asked) {
            throw new IllegalStateException(
                    work.getMessage().getPayloadType() + " was handled without a look at whose it is");
        }
    }

    private static Optional<Ownership> present() {
        @Nullable
        Ownership own = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getResource(KEY) : null;
        return Optional.ofNullable(own);
    }
}
