package io.ordertrail.app.counterexample;

final class Twin {}
