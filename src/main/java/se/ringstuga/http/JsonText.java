package se.ringstuga.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** How what stands between quotation marks is read: whole characters, and moments as they are written for people. */
final class JsonText {

    private JsonText() {}

    static SimpleModule module() {
        return new SimpleModule("ringstuga-text")
                .addDeserializer(String.class, new Texts())
                .addDeserializer(JsonNode.class, new Trees())
                .addDeserializer(Instant.class, new Moments());
    }

    private static void require(String text) {
        if (Unstorable.in(text)) {
            throw new Unstorable();
        }
    }

    private static final class Texts extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = super.deserialize(parser, context);
            if (text != null) {
                require(text);
            }
            return text;
        }
    }

    private static final class Trees extends JsonNodeDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var tree = super.deserialize(parser, context);
            check(tree);
            return tree;
        }

        private static void check(JsonNode node) {
            if (node.isTextual()) {
                require(node.textValue());
            }
            node.fieldNames().forEachRemaining(JsonText::require);
            node.forEach(Trees::check);
        }
    }

    /** A number could be seconds or milliseconds, and one that is too large would quietly become 1970. */
    private static final class Moments extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        Moments() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            var written = parser.getText().strip();
            try {
                return OffsetDateTime.parse(written).toInstant();
            } catch (DateTimeException _) {
                return (Instant) context.handleWeirdStringValue(Instant.class, written, "no moment with an offset");
            }
        }
    }
}
