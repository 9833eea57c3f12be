package io.ordertrail.app.payment;

/**
 * What a webhook is answered, whether it changed anything or not.
 *
 * @param version of the payment after it
 */
record WebhookAnswer(String eventId, String paymentId, long version) {}
