package io.ordertrail.axon.json;

import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.datatype.jodamoney.AmountRepresentation;
import tools.jackson.datatype.jodamoney.JodaMoneyModule;

/** How values are written as JSON, in the store, on the wire and at the front door alike. */
public final class Json {

    private Json() {}

    /** Money as {@code {"amount":"119.90","currency":"EUR"}}: a decimal string with exactly the currency's digits. */
    public static JacksonModule money() {
        return new JodaMoneyModule().withAmountRepresentation(AmountRepresentation.DECIMAL_STRING);
    }

    /** Adds to {@code mapper} what stored and sent JSON has in common: money, and times as RFC 3339 text. */
    public static void conventions(JsonMapper.Builder mapper) {
        mapper.addModule(money()).disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
