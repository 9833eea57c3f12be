package io.ordertrail.app.importing;

/** Somebody wished the import to end. */
final class Stopped extends Exception {

    private static final long serialVersionUID = 1;
}
