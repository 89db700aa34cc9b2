package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of an automation. */
record VersionView(
        int number,

        @Schema(type = SchemaType.OBJECT, description = FlowJson.DESCRIPTION)
        JsonNode definition) {}
