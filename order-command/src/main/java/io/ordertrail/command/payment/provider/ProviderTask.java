package io.ordertrail.command.payment.provider;

import java.util.Map;

/**
 * A request to a provider as it waits in the database, under its provider key.
 *
 * @param called whether the provider was called, or may have been: it is then asked what became of it first
 * @param lookedUp how often it was asked without learning anything
 * @param cause metadata of the event that asked for it
 */
record ProviderTask(boolean called, int lookedUp, Map<String, String> cause) {

    static ProviderTask first(Map<String, String> cause) {
        return new ProviderTask(false, 0, cause);
    }

    /** From now on nobody can be sure that it was not called. */
    ProviderTask underWay() {
        return new ProviderTask(true, lookedUp, cause);
    }

    /** The provider did not say. {@code this} is the task as it was asked. */
    ProviderTask unanswered() {
        return new ProviderTask(true, called ? lookedUp + 1 : lookedUp, cause);
    }
}
