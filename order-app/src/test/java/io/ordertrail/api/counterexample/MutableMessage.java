package io.ordertrail.api.counterexample;

/** Said, but not a record. */
@io.ordertrail.api.message.Named("counterexample.MutableMessage")
class MutableMessage {
    private String text = "";

    void setText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
