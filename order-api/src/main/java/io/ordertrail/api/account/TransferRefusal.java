package io.ordertrail.api.account;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import java.util.List;

/** Refusals of transfers. */
public sealed interface TransferRefusal extends Refusal {

    @Named("transfer.refusal.TransferNotFound")
    record TransferNotFound(String transferId) implements TransferRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no transfer " + transferId + ".";
        }
    }

    @Named("transfer.refusal.TransferIdTaken")
    record TransferIdTaken(String transferId) implements TransferRefusal {
        @Override
        public String detail() {
            return "Another request already began " + transferId + ".";
        }
    }

    @Named("transfer.refusal.TransferToItself")
    record TransferToItself(String accountId) implements TransferRefusal, Unprocessable {
        @Override
        public String detail() {
            return "A transfer needs two accounts, both are " + accountId + ".";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/to", code(), detail()));
        }
    }

    /** It has already ended in the other way. */
    @Named("transfer.refusal.TransferEnded")
    record TransferEnded(TransferStatus status) implements TransferRefusal {
        @Override
        public String detail() {
            return "The transfer is " + status + ".";
        }
    }
}
