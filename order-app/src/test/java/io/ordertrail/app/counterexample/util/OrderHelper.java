package io.ordertrail.app.counterexample.util;

/** In a technical layer, under a technical name. */
class OrderHelper {}
