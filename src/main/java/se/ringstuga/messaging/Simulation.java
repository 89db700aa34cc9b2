package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import se.ringstuga.contact.Channel;
import se.ringstuga.fence.Fence;
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

    Simulation(SmsGateways sms, EmailGateways email, Fence fence) {
        this.sms = sms;
        this.email = email;
        this.fence = fence;
    }

    /** Nothing is sent from this installation at the moment: it is on hold or switched off. */
    public boolean isStandingStill() {
        return !fence.mayAct();
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
