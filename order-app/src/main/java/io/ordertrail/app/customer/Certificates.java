package io.ordertrail.app.customer;

import io.ordertrail.api.customer.CustomerView;
import io.ordertrail.axon.personal.ServiceSignature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Signs what is said of an erasure, always with the same key of the service. */
@Component
final class Certificates {

    private final ServiceSignature signature;

    Certificates(ServiceSignature signature) {
        this.signature = signature;
    }

    /** @param erased whose key is destroyed */
    ErasureCertificate of(CustomerView erased) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("customerId", erased.customerId());
        said.put("reason", erased.erasureReason());
        said.put("erasedAt", Objects.requireNonNull(erased.erasedAt()).toString());
        said.put("orders", erased.erasedOrders());
        return new ErasureCertificate(
                erased.customerId(),
                Objects.requireNonNull(erased.erasureReason()),
                erased.erasedAt(),
                erased.erasedOrders(),
                signature.sign(said));
    }
}
