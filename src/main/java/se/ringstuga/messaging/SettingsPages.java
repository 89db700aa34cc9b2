package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** Where an organization chooses what it sends from, when, how much and what it may cost. */
@Path("/o/{slug}/messaging")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SettingsPages {

    @CheckedTemplate(basePath = "SettingsPages")
    static class Templates {
        static native TemplateInstance settings(SettingsScreen settings);

        private Templates() {}
    }

    private final SettingsScreens screens;
    private final MessagingSettings settings;
    private final SmsSenders senders;
    private final Validator validator;
    private final AccessLog accessLog;
    private final Access access;

    SettingsPages(
            SettingsScreens screens,
            MessagingSettings settings,
            SmsSenders senders,
            Validator validator,
            AccessLog accessLog,
            Access access) {
        this.screens = screens;
        this.settings = settings;
        this.senders = senders;
        this.validator = validator;
        this.accessLog = accessLog;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @Nullable String saved) {
        var said = saved == null ? null : screens.say().saved();
        return Templates.settings(screens.of(new SettingsScreens.Shown(PageForm.EMPTY, null, said, null)));
    }

    @POST
    @Path("/senders")
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public Response addSender(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var faults = new LinkedHashMap<String, String>();
        var wanted = new NewSmsSender(SenderNames.typed(form.value("address")), rate(form.value("perSecond"), faults));
        validator
                .validate(wanted)
                .forEach(wrong -> faults.putIfAbsent(
                        wrong.getPropertyPath().toString(),
                        wrong.getPropertyPath().toString().equals("address")
                                ? screens.say().addressWrong()
                                : screens.say().rateWrong()));
        if (faults.isEmpty()
                && senders.add(access.organizationId(), wanted, access.actor().toString())
                        .isEmpty()) {
            faults.put("address", screens.say().addressTaken());
        }
        return faults.isEmpty()
                ? saved()
                : refused(new SettingsScreens.Shown(form.withErrors(faults), null, null, null));
    }

    /** Whoever saves second sees both versions, and decides with the next press. */
    @POST
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public Response save(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var read = new ChoiceForm(form, screens.say());
        var wanted = read.read();
        var faults = new LinkedHashMap<>(read.faults());
        check(wanted, faults);
        if (!faults.isEmpty()) {
            return refused(new SettingsScreens.Shown(PageForm.EMPTY, form.withErrors(faults), null, null));
        }
        var before = settings.locked(access.organizationId());
        if (!form.value("version").equals(String.valueOf(before.version()))) {
            var theirs = screens.say().changedText(screens.inShort(before.effective()));
            return refused(new SettingsScreens.Shown(PageForm.EMPTY, form, null, theirs));
        }
        settings.write(access.organizationId(), wanted);
        accessLog.record("messaging.configured", ChoiceRules.difference(before.own(), wanted), List.of());
        return saved();
    }

    private void check(MessagingChoices wanted, Map<String, String> faults) {
        validator
                .validate(wanted)
                .forEach(wrong -> faults.putIfAbsent(
                        wrong.getPropertyPath().toString(), screens.say().outOfRange()));
        try {
            ChoiceRules.check(wanted);
        } catch (InvalidInput refusal) {
            refusal.violations().forEach(wrong -> faults.putIfAbsent(wrong.field(), said(wrong.field(), wanted)));
        }
    }

    private String said(String field, MessagingChoices wanted) {
        return switch (field) {
            case "quietUntil" -> screens.say().both();
            case "smsDailyBudget" ->
                wanted.smsDailyBudget() == null || wanted.smsMonthlyBudget() == null
                        ? screens.say().both()
                        : screens.say().dailyTooLarge();
            case "surveyText" -> screens.say().surveyTextWrong();
            case "contactEmail" -> screens.say().emailWrong();
            case "smsCountries" -> screens.say().countryWrong();
            default -> screens.say().outOfRange();
        };
    }

    private @Nullable BigDecimal rate(String typed, Map<String, String> faults) {
        try {
            return typed.isBlank() ? null : new BigDecimal(typed.strip().replace(',', '.'));
        } catch (NumberFormatException _) {
            faults.put("perSecond", screens.say().rateWrong());
            return null;
        }
    }

    private Response saved() {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/messaging?saved=1"))
                .build();
    }

    private Response refused(SettingsScreens.Shown shown) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.settings(screens.of(shown)))
                .build();
    }
}
