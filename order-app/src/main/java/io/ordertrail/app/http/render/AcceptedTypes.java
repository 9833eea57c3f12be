package io.ordertrail.app.http.render;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What the Accept header allows, where JSON is JSON whatever parameters are put to it: it has none (RFC 8259, 11), and
 * is UTF-8 always. Taken at its word, a charset would be found impossible after the request has done its work.
 */
final class AcceptedTypes implements ContentNegotiationStrategy {

    private static final String QUALITY = "q";

    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        return header.resolveMediaTypes(request).stream()
                .map(AcceptedTypes::bare)
                .toList();
    }

    private static MediaType bare(MediaType type) {
        boolean json = "json".equals(type.getSubtype()) || "json".equals(type.getSubtypeSuffix());
        String quality = type.getParameter(QUALITY);
        return json || type.isWildcardSubtype()
                ? new MediaType(
                        type.getType(), type.getSubtype(), quality == null ? Map.of() : Map.of(QUALITY, quality))
                : type;
    }
}
