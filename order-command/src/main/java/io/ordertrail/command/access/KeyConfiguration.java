package io.ordertrail.command.access;

import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.TokenWithdrawals;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked of the keys of programs and the tokens of people is handled beside the tables that keep them. */
@Configuration(proxyBeanMethods = false)
public class KeyConfiguration {

    @Bean
    KeyHandler keyHandler(ApiKeys keys, Clock clock) {
        return new KeyHandler(keys, clock);
    }

    @Bean
    TokenHandler tokenHandler(TokenWithdrawals withdrawals) {
        return new TokenHandler(withdrawals);
    }
}
