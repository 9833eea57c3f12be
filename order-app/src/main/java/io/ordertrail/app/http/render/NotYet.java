package io.ordertrail.app.http.render;

import io.ordertrail.api.message.RequestRefusal.ViewBehind;

/**
 * The version that {@code X-Min-Version} asks for is not there to be read yet: ask again after {@code Retry-After}.
 *
 * @param code always {@code VIEW_BEHIND}
 */
public record NotYet(String code, String detail, long wantedVersion, long currentVersion) {

    static NotYet of(ViewBehind behind) {
        return new NotYet(behind.code(), behind.detail(), behind.wantedVersion(), behind.currentVersion());
    }
}
