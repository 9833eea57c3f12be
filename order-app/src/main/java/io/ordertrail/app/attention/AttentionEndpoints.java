package io.ordertrail.app.attention;

import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/attention", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Attention")
class AttentionEndpoints {

    private final Dispatch dispatch;

    AttentionEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(operationId = "listAttention", summary = "List what needs a person, the oldest first")
    @Sends(LINK)
    ResponseEntity<AttentionList> list(
            @QueryString AttentionRequest request, ReadRequest read, HttpServletRequest http) {
        ListAttention query = request.toContract();
        AttentionPage page = dispatch.ask(query, read.context(), AttentionPage.class);
        AttentionList list = AttentionList.of(page, query.limit());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(http))
                .body(list);
    }
}
