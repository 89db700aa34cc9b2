package se.ringstuga.automations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * The name of a flow that is being written, what starts it and who may be in it.
 *
 * @param base of the draft
 * @param survey the survey whose options can be chosen; null while none is kept
 * @param keeps the condition that stands there, in words; null where there is none
 * @param mark of what was read
 * @param present what somebody else wrote meanwhile, in words; null for nothing
 */
record StartScreen(
        String slug,
        String base,
        String title,
        PageForm form,
        ChoiceLists.Lists choices,
        @Nullable String survey,
        List<FlowChoices.Option> options,
        @Nullable String keeps,
        String mark,
        @Nullable String present) {}
