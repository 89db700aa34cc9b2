package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.http.TwilioRestClient;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.ringstuga.accounts.InstallationKey;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.messaging.gateway.Refusal;

/**
 * Who carries text messages in this installation, as configured. The start fails with a sentence where the configuration
 * is half done.
 */
@ApplicationScoped
public class SmsGateways {

    private static final int BEFORE_ALL_ELSE = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private final SmsSetup setup;
    private final Wire wire;
    private final HookAddresses addresses;
    private final String publicUrl;
    private final Instance<SmsGateway> sandboxes;
    private final Optional<TwilioRestClient> twilio;

    SmsGateways(
            SmsConfig config,
            @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo,
            PublicUrl publicUrl,
            InstallationKey key,
            @Any Instance<SmsGateway> sandboxes) {
        this.publicUrl = publicUrl.of("");
        this.setup = SmsSetup.of(config, demo, this.publicUrl);
        this.wire = new Wire(new Wire.Limits(config.connectTimeout(), config.timeout(), config.connections()));
        this.addresses = new HookAddresses(this.publicUrl, key::derive);
        this.sandboxes = sandboxes;
        this.twilio = setup.twilio().map(account -> client(account, wire));
    }

    static TwilioRestClient client(SmsSetup.TwilioAccount account, Wire wire) {
        return new TwilioRestClient.Builder(account.sid(), account.authTokens().getFirst())
                .httpClient(new TwilioHttp(wire, account.baseUrl()))
                .build();
    }

    /** The bean is made when it is first used; a mistake is to be found before that, and before any job runs. */
    void start(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event) {
        configured();
    }

    /** The one for new messages. Empty where none is configured: every send is then refused with a sentence (rule 26). */
    public Optional<SmsGateway> configured() {
        return switch (setup.gateway()) {
            case NONE -> Optional.empty();
            case SANDBOX -> sandboxes.stream().findFirst();
            case TWILIO -> twilio.map(client -> new TwilioGateway(client, addresses.status(TwilioGateway.NAME)));
            case ELKS ->
                setup.elks().map(account -> new ElksGateway(wire, account, addresses.status(ElksGateway.NAME)));
        };
    }

    /**
     * Whether 46elks only checked and priced what carries this name.
     *
     * @param gateway as it stands on a message
     */
    public static boolean isDryRun(String gateway) {
        return gateway.equals(ElksGateway.DRY_RUN);
    }

    /**
     * Reads what a provider sends us, also one that no new messages go through: reports come for hours.
     *
     * @param gateway the provider's name, as it stands in the address
     */
    public Optional<SmsWebhook> webhook(String gateway) {
        return switch (gateway) {
            case TwilioGateway.NAME ->
                setup.twilio().map(account -> new TwilioWebhook(publicUrl, account.authTokens()));
            case ElksGateway.NAME -> setup.elks().map(_ -> new ElksWebhook(addresses));
            case SandboxGateway.NAME -> Optional.of(new SandboxWebhook());
            default -> Optional.empty();
        };
    }

    /** What a code means that a provider gave, also one that no new messages go through. */
    public Refusal meaning(String gateway, String code) {
        return switch (gateway) {
            case TwilioGateway.NAME -> TwilioCodes.meaning(code);
            case SandboxGateway.NAME -> SandboxBehaviour.meaning(code);
            default -> Refusal.OTHER;
        };
    }

    /** Twilio's list of messages, to settle what became of an attempt. 46elks has none that could be searched. */
    public Optional<TwilioMessages> twilioMessages() {
        return twilio.map(TwilioMessages::new);
    }

    /** Twilio's log of what it refused, for when its answer was lost. 46elks has none. */
    public Optional<RefusalLog> twilioRefusals() {
        return twilio.map(client -> new TwilioAlerts(client, addresses.status(TwilioGateway.NAME)));
    }

    /** A message that Twilio has listed, as the call by which it would have told us of it. */
    public ProviderCall inboundCall(ListedSms sms) {
        var form = new LinkedHashMap<String, String>();
        form.put("MessageSid", sms.providerId());
        form.put("From", sms.sender());
        form.put("To", sms.to());
        form.put("Body", sms.text());
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return new ProviderCall(addresses.path(TwilioGateway.NAME) + "/inbound", null, body, null);
    }

    /** Where providers reach us. */
    public HookAddresses addresses() {
        return addresses;
    }

    @PreDestroy
    void stop() throws IOException {
        wire.close();
    }
}
