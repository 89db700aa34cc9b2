package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.fence.Fence;
import se.ringstuga.fence.SendingStops;
import se.ringstuga.messaging.email.EmailGateway;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.sms.SandboxGateway;
import se.ringstuga.messaging.sms.SmsGateway;
import se.ringstuga.messaging.sms.SmsGateways;

/**
 * Whether messages only look as if they were sent (rule 26): whoever reads a number of recipients is told so beside it. In
 * templates it is {@code cdi:simulation}; the banner is the tag {@code simulated}.
 */
@Named("simulation")
@ApplicationScoped
public class Simulation {

    private final SmsGateways sms;
    private final EmailGateways email;
    private final Fence fence;
    private final SendingStops stops;
    private final Access access;

    Simulation(SmsGateways sms, EmailGateways email, Fence fence, SendingStops stops, Access access) {
        this.sms = sms;
        this.email = email;
        this.fence = fence;
        this.stops = stops;
        this.access = access;
    }

    /** Nothing of the organization is sent at the moment: it is stopped, or all of the installation is on hold or switched off. */
    public boolean isStandingStill() {
        return !fence.mayAct() || !stops.of(access.organizationId()).isEmpty();
    }

    /** On any channel. */
    public boolean isOn() {
        return of(Channel.SMS) || of(Channel.EMAIL);
    }

    boolean of(Channel channel) {
        return switch (channel) {
            case SMS -> sms.configured().map(SmsGateway::name).filter(this::of).isPresent();
            case EMAIL ->
                email.configured().map(EmailGateway::name).filter(this::of).isPresent();
            case CALL -> false;
        };
    }

    /** @param gateway the name that stands on a message */
    boolean of(String gateway) {
        return gateway.startsWith(SandboxGateway.NAME) || SmsGateways.isDryRun(gateway);
    }
}
