package se.ringstuga.messaging;

import java.util.List;

/** What a template is made of. */
sealed interface TemplatePart {

    /** As the author wrote it. */
    record Words(String text) implements TemplatePart {}

    /**
     * A field's value.
     *
     * @param fallback the author's own words for those who have no value; may be empty
     */
    record Value(TemplateField field, String fallback) implements TemplatePart {}

    /** One text for those who have a value of the field, and another for the rest. */
    record Choice(TemplateField field, List<TemplatePart> with, List<TemplatePart> without) implements TemplatePart {}
}
