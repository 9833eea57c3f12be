package io.ordertrail.app.account;

import io.ordertrail.app.http.PageQuery;

/** The query of a statement. */
record EntriesQuery(PageQuery page) {}
