package se.ringstuga.messaging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.sms.SandboxGateway;
import se.ringstuga.messaging.sms.SmsGateways;

/**
 * Which places of an organization its bar offers: those that the reader may open and no other. In templates it is
 * {@code cdi:orgbar}, through the tag {@code {#orgbar slug=… current="inbox" /}}.
 */
@Named("orgbar")
@RequestScoped
public class OrganizationBar {

    private final Access access;
    private final SmsGateways gateways;
    private final EmailGateways emails;

    @Inject
    OrganizationBar(Access access, SmsGateways gateways, EmailGateways emails) {
        this.access = access;
        this.gateways = gateways;
        this.emails = emails;
    }

    public boolean mayPeople() {
        return access.has(Permission.PEOPLE_READ);
    }

    public boolean maySegments() {
        return access.has(Permission.SEGMENTS_READ);
    }

    public boolean maySurveys() {
        return access.has(Permission.SURVEYS_READ);
    }

    public boolean mayCalls() {
        return access.has(Permission.CALLS_MANAGE);
    }

    public boolean mayMessages() {
        return access.has(Permission.MESSAGES_READ);
    }

    public boolean mayEvents() {
        return access.has(Permission.EVENTS_READ);
    }

    public boolean mayAutomations() {
        return access.has(Permission.AUTOMATIONS_READ);
    }

    public boolean mayJobs() {
        return access.has(Permission.JOBS_RUN);
    }

    /** From the page of settings. */
    public boolean mayWebhooks() {
        return access.has(Permission.WEBHOOKS_MANAGE);
    }

    public boolean mayConfigure() {
        return access.has(Permission.MESSAGES_CONFIGURE);
    }

    /** The mailbox of simulated e-mails, likewise for administrators alone (rule 26). */
    public boolean maySandboxMail() {
        return access.administrator() && emails.isSandbox();
    }

    /** The phones on which simulated messages land are shown to administrators alone (rule 26). */
    public boolean maySandbox() {
        return access.administrator()
                && gateways.configured()
                        .filter(gateway -> gateway.name().equals(SandboxGateway.NAME))
                        .isPresent();
    }
}
