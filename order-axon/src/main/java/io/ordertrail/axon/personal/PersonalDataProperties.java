package io.ordertrail.axon.personal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How personal data is kept (docs/how-to/forget-a-person.md).
 *
 * @param masterKey what encrypts the keys of customers: {@code file:} and the path of a key file, or the address of a
 *     key in a key management service that Tink has a client of on the class path. Without it the service makes a key
 *     and keeps it in its database, where it protects from nobody who can read that
 * @param formerMasterKey the master key before this one, while the keys of customers are encrypted anew
 * @param erasedIfUnreadable serve what cannot be read without a master key as if it were erased, instead of not
 *     starting; views keep it so until they are rebuilt
 * @param logAccess log each look of the shop at personal data: who, what, and of whom
 * @param hashAddresses store a hash of the network address that a change came from, and not the address
 * @param keys the database of the customers' keys; without a URL, that of the events
 */
@ConfigurationProperties("ordertrail.personal-data")
public record PersonalDataProperties(
        @Nullable String masterKey,
        @Nullable String formerMasterKey,
        @DefaultValue("false") boolean erasedIfUnreadable,
        @DefaultValue("false") boolean logAccess,
        @DefaultValue("false") boolean hashAddresses,
        @DefaultValue Keys keys) {

    /**
     * Where the keys of customers are.
     *
     * @param url JDBC URL; null for the database of the events
     * @param username of that database
     * @param password of that database
     */
    record Keys(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password) {}
}
