package io.ordertrail.axon.serialization;

import tools.jackson.databind.node.ObjectNode;

/** An event as it is stored, under its name and revision. */
record EventJson(String type, String revision, ObjectNode payload) {}
