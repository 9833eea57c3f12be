package io.ordertrail.app.payment;

/**
 * The answer to a webhook, whether it changed anything or not.
 *
 * @param version of the payment after it
 */
record WebhookAnswer(String eventId, String paymentId, long version) {}
