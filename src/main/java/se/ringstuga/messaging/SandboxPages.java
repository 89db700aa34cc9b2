package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.messaging.sms.SandboxBehaviour;
import se.ringstuga.messaging.sms.SandboxGateway;
import se.ringstuga.messaging.sms.SandboxPhones;
import se.ringstuga.messaging.sms.SmsGateways;

/**
 * The phones on which the sandbox's messages land, for administrators of the organization that sent them. Where another
 * gateway is configured there is no such page (rule 26).
 */
@Path("/o/{slug}/sandbox")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SandboxPages {

    private static final int PHONES = 12;
    private static final int LONGEST = 1600;
    private static final String PHONE = "\\+?[0-9]{3,15}";

    @CheckedTemplate(basePath = "SandboxPages")
    static class Templates {
        static native TemplateInstance phones(SandboxScreens.Screen page);

        private Templates() {}
    }

    private final SandboxPhones phones;
    private final SandboxScreens screens;
    private final SmsSenders senders;
    private final SmsGateways gateways;
    private final HookReader hooks;
    private final Access access;
    private final AccessLog accessLog;

    SandboxPages(
            SandboxPhones phones,
            SandboxScreens screens,
            SmsSenders senders,
            SmsGateways gateways,
            HookReader hooks,
            Access access,
            AccessLog accessLog) {
        this.phones = phones;
        this.screens = screens;
        this.senders = senders;
        this.gateways = gateways;
        this.hooks = hooks;
        this.access = access;
        this.accessLog = accessLog;
    }

    /** What was typed on a phone; {@code to} is the sender that it is texted to. */
    public record Typed(
            @RestForm String phone,
            @RestForm String to,
            @RestForm String text) {

        public Typed {
            phone = Objects.requireNonNullElse(phone, "");
            to = Objects.requireNonNullElse(to, "");
            text = Objects.requireNonNullElse(text, "");
        }
    }

    /** What messages to a phone shall meet. */
    public record Choice(
            @RestForm String phone, @RestForm @Nullable SandboxBehaviour behaviour) {

        public Choice {
            phone = Objects.requireNonNullElse(phone, "");
        }
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @Nullable Long before) {
        requireSandbox();
        var shown = phones.of(access.organizationId(), before == null ? Long.MAX_VALUE : before, PHONES);
        accessLog.record("sandbox.read", null, people(shown));
        return Templates.phones(screens.screen(shown, answerable(), shown.size() == PHONES));
    }

    /** Not in one transaction: what was typed is committed, as a provider's call is, before it is read. */
    @POST
    @Path("/texts")
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public Response type(@BeanParam Typed typed) {
        requireSandbox();
        if (typed.text().isBlank() || typed.text().length() > LONGEST) {
            throw new InvalidInput("text", "must have 1 to " + LONGEST + " characters");
        }
        if (!answerable().contains(typed.to())) {
            throw new InvalidInput("to", "is no sender here that can be answered");
        }
        hooks.readNow(phones.type(access.organizationId(), phone(typed.phone()), typed.to(), typed.text()));
        return back();
    }

    @POST
    @Path("/behaviour")
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public Response choose(@BeanParam Choice choice) {
        requireSandbox();
        if (choice.behaviour() == null) {
            throw new InvalidInput("behaviour", "choose one");
        }
        phones.choose(access.organizationId(), phone(choice.phone()), choice.behaviour());
        return back();
    }

    private void requireSandbox() {
        var simulated = gateways.configured()
                .filter(gateway -> gateway.name().equals(SandboxGateway.NAME))
                .isPresent();
        if (!simulated || !access.administrator()) {
            throw new NotFound();
        }
    }

    /** Its own alone: what is typed to the number of an organization above would be an answer to that organization. */
    private List<String> answerable() {
        return senders.usable(access.organizationId()).stream()
                .filter(sender -> sender.organizationId() == access.organizationId())
                .filter(SmsSender::canBeAnswered)
                .map(SmsSender::address)
                .toList();
    }

    private static String phone(String written) {
        var phone = written.replaceAll("[ ()-]", "");
        if (!phone.matches(PHONE)) {
            throw new InvalidInput("phone", "must be a number such as +46701740605, or a short one");
        }
        return phone.startsWith("0") ? "+46" + phone.substring(1) : phone;
    }

    private static List<Long> people(List<SandboxPhones.Phone> phones) {
        return phones.stream()
                .flatMap(phone -> phone.texts().stream())
                .map(SandboxPhones.Text::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Response back() {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/sandbox")).build();
    }
}
