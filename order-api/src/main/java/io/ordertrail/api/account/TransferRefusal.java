package io.ordertrail.api.account;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;
import java.util.List;

/** Refusals of transfers. */
public sealed interface TransferRefusal extends Refusal {

    @Named("transfer.refusal.TransferNotFound")
    @Sentence("There is no transfer {transferId}.")
    record TransferNotFound(String transferId) implements TransferRefusal, NotFound {}

    @Named("transfer.refusal.TransferIdTaken")
    @Sentence("Another request already began {transferId}.")
    record TransferIdTaken(String transferId) implements TransferRefusal {}

    @Named("transfer.refusal.TransferToItself")
    @Sentence("A transfer needs two accounts, both are {accountId}.")
    record TransferToItself(String accountId) implements TransferRefusal, Unprocessable {

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/to", code(), detail()));
        }
    }

    /** It has already ended in the other way. */
    @Named("transfer.refusal.TransferEnded")
    @Sentence("The transfer is {status}.")
    record TransferEnded(TransferStatus status) implements TransferRefusal {}
}
