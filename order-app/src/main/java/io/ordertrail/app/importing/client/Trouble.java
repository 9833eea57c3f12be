package io.ordertrail.app.importing.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;

/** What went wrong with a connection, in words; the exceptions of the HTTP client often have no message. */
final class Trouble {

    private Trouble() {}

    static String of(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "is the address of no known host";
            }
        }
        if (e instanceof ConnectException) {
            return "refuses the connection";
        }
        if (e instanceof HttpTimeoutException) {
            return "does not answer in time";
        }
        return "breaks the connection (" + Objects.requireNonNullElse(e.getMessage(), "no reason given") + ")";
    }
}
