package se.ringstuga.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What several operations of the API's document refer to and no class of ours describes by itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addParameter(Idempotency.HEADER, idempotencyKey());
    }

    private static Parameter idempotencyKey() {
        Schema text = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .minLength(1)
                .maxLength(Idempotency.LONGEST_KEY);
        return OASFactory.createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .description(
                        "Chosen by the client. The same key with the same body has the same outcome again for 24 hours"
                                + " and does nothing twice; with another body it is refused (422), and while the first still runs it"
                                + " is 409.")
                .schema(text);
    }
}
