package io.ordertrail.api;

import io.ordertrail.api.access.IssuedKey;
import io.ordertrail.api.access.KeyCommand;
import io.ordertrail.api.access.KeyList;
import io.ordertrail.api.access.KeyQuery;
import io.ordertrail.api.access.KeyRefusal;
import io.ordertrail.api.access.ListedKey;
import io.ordertrail.api.access.TokenCommand;
import io.ordertrail.api.access.TokenQuery;
import io.ordertrail.api.access.TokenRefusal;
import io.ordertrail.api.access.TokenWithdrawal;
import io.ordertrail.api.access.TokenWithdrawalList;
import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountEntries;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountPage;
import io.ordertrail.api.account.AccountQuery;
import io.ordertrail.api.account.AccountRefusal;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.account.LedgerProof;
import io.ordertrail.api.account.TransferCommand;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferPage;
import io.ordertrail.api.account.TransferRefusal;
import io.ordertrail.api.account.TransferView;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.attention.AttentionQuery;
import io.ordertrail.api.audit.AuditPage;
import io.ordertrail.api.audit.AuditQuery;
import io.ordertrail.api.audit.AuditRefusal;
import io.ordertrail.api.audit.ChainState;
import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.audit.CheckpointPage;
import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.capsule.CapsuleQuery;
import io.ordertrail.api.customer.CustomerCommand;
import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.customer.CustomerQuery;
import io.ordertrail.api.customer.CustomerRefusal;
import io.ordertrail.api.customer.CustomerView;
import io.ordertrail.api.customer.PersonalDataPage;
import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.deadletter.DiscardedLetters;
import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.EventPage;
import io.ordertrail.api.feed.FeedQuery;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderKey;
import io.ordertrail.api.order.OrderRefusal;
import io.ordertrail.api.order.view.ExportMoment;
import io.ordertrail.api.order.view.ExportPage;
import io.ordertrail.api.order.view.OrderCauses;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrdersFound;
import io.ordertrail.api.order.view.Quote;
import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentActions;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentPage;
import io.ordertrail.api.payment.PaymentQuery;
import io.ordertrail.api.payment.PaymentRefusal;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.api.process.ProcessCommand;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessQuery;
import io.ordertrail.api.process.ProcessRefusal;
import io.ordertrail.api.process.Processes;
import io.ordertrail.api.process.StepPage;
import io.ordertrail.api.process.StepTexts;
import io.ordertrail.api.projection.ProjectionCommand;
import io.ordertrail.api.projection.ProjectionQuery;
import io.ordertrail.api.projection.ProjectionRefusal;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.Rebuilds;
import io.ordertrail.api.report.RefundsPage;
import io.ordertrail.api.report.ReportQuery;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.report.ToShipPage;
import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnPage;
import io.ordertrail.api.returns.ReturnQuery;
import io.ordertrail.api.returns.ReturnRefusal;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.shipment.ShipmentPage;
import io.ordertrail.api.shipment.ShipmentQuery;
import io.ordertrail.api.shipment.ShipmentRefusal;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.api.stock.Availability;
import io.ordertrail.api.stock.PromisePage;
import io.ordertrail.api.stock.ReservationPage;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockPage;
import io.ordertrail.api.stock.StockQuery;
import io.ordertrail.api.stock.StockRefusal;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery;
import java.util.List;

/** The types from which all types of the contract can be reached. */
final class ContractRoots {

    static final List<Class<?>> ALL = List.of(
            Receipt.class,
            RequestRefusal.class,
            OrderCommand.class,
            OrderEvent.class,
            OrderQuery.class,
            OrderRefusal.class,
            OrderView.class,
            OrderPage.class,
            OrderKey.class,
            OrderHistory.class,
            OrderCauses.class,
            Explanation.class,
            ExportMoment.class,
            ExportPage.class,
            OrdersFound.class,
            Quote.class,
            AccountCommand.class,
            AccountEvent.class,
            AccountQuery.class,
            AccountRefusal.class,
            AccountView.class,
            AccountPage.class,
            AccountEntries.class,
            TransferCommand.class,
            TransferEvent.class,
            TransferRefusal.class,
            TransferView.class,
            TransferPage.class,
            LedgerProof.class,
            AuditQuery.class,
            AuditRefusal.class,
            AuditPage.class,
            Checkpoint.class,
            CheckpointPage.class,
            ChainState.class,
            StockCommand.class,
            StockEvent.class,
            StockQuery.class,
            StockRefusal.class,
            StockView.class,
            StockPage.class,
            ReservationPage.class,
            PromisePage.class,
            Availability.class,
            PaymentCommand.class,
            PaymentEvent.class,
            PaymentQuery.class,
            PaymentRefusal.class,
            PaymentView.class,
            OrderPayments.class,
            PaymentPage.class,
            PaymentActions.class,
            ShipmentCommand.class,
            ShipmentEvent.class,
            ShipmentQuery.class,
            ShipmentRefusal.class,
            ShipmentView.class,
            ShipmentPage.class,
            ReturnCommand.class,
            ReturnEvent.class,
            ReturnQuery.class,
            ReturnRefusal.class,
            ReturnView.class,
            ReturnPage.class,
            ProcessCommand.class,
            ProcessEvent.class,
            ProcessQuery.class,
            ProcessRefusal.class,
            Processes.class,
            StepPage.class,
            StepTexts.class,
            AttentionQuery.class,
            AttentionPage.class,
            ReportQuery.class,
            SalesPage.class,
            RefundsPage.class,
            ToShipPage.class,
            CustomerCommand.class,
            CustomerEvent.class,
            CustomerQuery.class,
            CustomerRefusal.class,
            CustomerView.class,
            PersonalDataPage.class,
            FeedQuery.class,
            EventPage.class,
            ChangePage.class,
            KeyCommand.class,
            KeyQuery.class,
            KeyRefusal.class,
            KeyList.class,
            ListedKey.class,
            IssuedKey.class,
            TokenCommand.class,
            TokenQuery.class,
            TokenRefusal.class,
            TokenWithdrawal.class,
            TokenWithdrawalList.class,
            ProjectionCommand.class,
            ProjectionQuery.class,
            ProjectionRefusal.class,
            Projections.class,
            Rebuild.class,
            Rebuilds.class,
            DeadLetter.class,
            DeadLetters.class,
            DeadLetterGroups.class,
            DeadLetterInspection.class,
            DeadLetterRetry.class,
            DeadLetterRetries.class,
            DiscardedLetters.class,
            VerificationQuery.class,
            Verification.class,
            CapsuleQuery.class,
            Capsule.class);

    private ContractRoots() {}
}
