package io.ordertrail.axon.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Test
    void a_key_is_read_as_it_was_shown() {
        KeyText text = KeyText.of(KeyText.newId());

        assertThat(text.reveal()).matches("otk_[0-9A-Za-z]{46}");
        assertThat(KeyText.read(text.reveal()))
                .hasValueSatisfying(read -> assertThat(read.keyId()).isEqualTo(text.keyId()))
                .hasValueSatisfying(read -> assertThat(read.hash()).isEqualTo(text.hash()));
    }

    @Test
    void each_changed_character_is_found_by_the_checksum() {
        String text = KeyText.of(KeyText.newId()).reveal();
        for (int n = 0; n < text.length(); n++) {
            char other = text.charAt(n) == 'x' ? 'y' : 'x';
            assertThat(KeyText.read(text.substring(0, n) + other + text.substring(n + 1)))
                    .as("character " + n)
                    .isEmpty();
        }
        assertThat(KeyText.read(text + "x")).isEmpty();
        assertThat(KeyText.read(text.substring(1))).isEmpty();
        assertThat(KeyText.read("")).isEmpty();
    }

    @Test
    void two_secrets_of_one_key_have_nothing_in_common_but_its_id() {
        Set<String> hashes = new HashSet<>();
        for (int n = 0; n < 100; n++) {
            hashes.add(KeyText.of("AAAAAAAA").hash());
        }
        assertThat(hashes).hasSize(100).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_log_shows_nothing_of_the_secret() {
        KeyText text = KeyText.of("AAAAAAAA");

        assertThat(text).hasToString("otk_AAAAAAAA…");
    }
}
