package io.ordertrail.app.verification;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Opens an H2 file for reading only. H2 takes no notice of a read-only connection, and by merely opening and closing a
 * database writes to it.
 */
final class ReadOnly implements BeanPostProcessor {

    private static final String H2_FILE = "jdbc:h2:file:";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcConnectionDetails details
                        && details.getJdbcUrl().startsWith(H2_FILE)
                ? new ReadOnlyFile(details)
                : bean;
    }

    private record ReadOnlyFile(JdbcConnectionDetails file) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return file.getJdbcUrl() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
        }

        @Override
        public @Nullable String getUsername() {
            return file.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return file.getPassword();
        }
    }
}
