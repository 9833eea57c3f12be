package io.ordertrail.app.counterexample.util;

final class Twin {}
