package io.ordertrail.axon.personal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Encrypts at the start the keys of customers anew that a former master key has encrypted. */
final class KeyRenewal implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);
    private static final int AT_ONCE = 500;

    private final PersonalKeys keys;
    private final MasterKeys masters;

    KeyRenewal(PersonalKeys keys, MasterKeys masters) {
        this.keys = keys;
        this.masters = masters;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int all = 0;
        for (int some = keys.encryptAnew(AT_ONCE); some > 0; some = keys.encryptAnew(AT_ONCE)) {
            all += some;
        }
        if (all > 0) {
            LOG.info("{} keys of customers are encrypted anew, with the master key {}", all, masters.current());
        }
    }
}
