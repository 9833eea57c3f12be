package io.ordertrail.model.counterexample;

import org.axonframework.messaging.MetaData;

/** Knows the framework. */
record StateThatKnowsAxon(MetaData metaData) {}
