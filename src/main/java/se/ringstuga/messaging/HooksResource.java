package se.ringstuga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.http.NotFound;
import se.ringstuga.messaging.sms.ProviderCall;
import se.ringstuga.messaging.sms.SmsGateways;
import se.ringstuga.messaging.sms.SmsWebhook;

/**
 * Where providers reach us. Each call is stored before it is answered, and what could not be stored is answered with a
 * failure, so that the provider tries again.
 */
@Path("/hooks/{gateway}/{key}")
@RunOnVirtualThread
class HooksResource {

    /** The longest text in its most wasteful writing has a third of this. */
    private static final int LARGEST = 64 * 1024;

    private static final String SIGNATURE = "X-Twilio-Signature";

    private final SmsGateways gateways;
    private final HookIntake intake;
    private final HookReader reader;
    private final RoutingContext request;

    HooksResource(SmsGateways gateways, HookIntake intake, HookReader reader, RoutingContext request) {
        this.gateways = gateways;
        this.intake = intake;
        this.reader = reader;
        this.request = request;
    }

    @POST
    @Path("/status")
    @OpenToAll
    @Operation(hidden = true)
    public Response status(@RestPath String gateway, @RestPath String key, InputStream body) throws IOException {
        taken(gateway, key, body);
        return Response.noContent().build();
    }

    /** Read at once as well: an opt-out is in force before the provider has its answer. */
    @POST
    @Path("/inbound")
    @OpenToAll
    @Operation(hidden = true)
    public Response inbound(@RestPath String gateway, @RestPath String key, InputStream body) throws IOException {
        reader.readNow(taken(gateway, key, body));
        var nothing = webhook(gateway, key).noAnswer();
        return nothing.isEmpty()
                ? Response.noContent().build()
                : Response.ok(nothing, MediaType.TEXT_XML_TYPE).build();
    }

    private long taken(String gateway, String key, InputStream body) throws IOException {
        var webhook = webhook(gateway, key);
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw HookRefused.tooLarge();
        }
        var call = call(new String(bytes, UTF_8));
        if (!webhook.isGenuine(call)) {
            throw HookRefused.notGenuine();
        }
        if (call.body().indexOf('\0') >= 0) {
            throw HookRefused.unreadable();
        }
        return intake.store(gateway, call);
    }

    private SmsWebhook webhook(String gateway, String key) {
        return gateways.webhook(gateway)
                .filter(_ -> gateways.addresses().isKey(gateway, key))
                .orElseThrow(NotFound::new);
    }

    private ProviderCall call(String body) {
        var http = request.request();
        return new ProviderCall(http.path(), http.query(), body, http.getHeader(SIGNATURE));
    }
}
