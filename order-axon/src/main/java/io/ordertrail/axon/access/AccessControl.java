package io.ordertrail.axon.access;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingGrant;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.Role;
import io.ordertrail.axon.access.AccessTable.Reach;
import io.ordertrail.axon.message.MetaKeys;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Stands before every handler of commands and queries, wherever a message comes from: over HTTP, from another node or
 * from the command line.
 */
public final class AccessControl {

    private final AccessTable table;

    public AccessControl(AccessTable table) {
        this.table = table;
    }

    /**
     * Lets the message of {@code work} pass. Where it may be about its sender's own things only, {@link Ownership} says
     * so from now on.
     *
     * @param name of the message in the table
     * @param need what the message does to its resource
     * @throws Refused with {@link MissingRole}: none of the sender's roles may send it; with {@link MissingGrant}: its
     *     key is not good for it
     */
    public void admit(UnitOfWork<? extends Message<?>> work, String name, Grants.Level need) {
        MetaData sender = work.getMessage().getMetaData();
        Reach reach = table.reach(name, rolesOf(sender));
        if (reach == Reach.NONE) {
            throw new Refused(new MissingRole(table.rolesFor(name)));
        }
        String resource = name.substring(0, name.indexOf('.'));
        if (sender.get(MetaKeys.GRANTS) instanceof String grants
                && !Grants.read(grants).allow(resource, need)) {
            throw new Refused(new MissingGrant(resource, need.word()));
        }
        if (reach == Reach.OWN) {
            Ownership.begin(work, String.valueOf(sender.getOrDefault(MetaKeys.ACTOR, "")));
        }
    }

    private static Set<Role> rolesOf(MetaData sender) {
        return Role.among(String.valueOf(sender.getOrDefault(MetaKeys.ROLES, "")));
    }
}
