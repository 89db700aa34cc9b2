package se.ringstuga.surveys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;

/** What the checks refuse, by the editor's fields and in its words. */
final class EditorFaults {

    private static final Pattern QUESTION = Pattern.compile("questions\\[(\\d+)]\\.?(.*)");
    private static final Pattern OPTION = Pattern.compile("options\\[(\\d+)].*");

    private EditorFaults() {}

    static Map<String, String> of(InvalidInput refusal, SurveyStaffMessages say) {
        Map<String, String> errors = new LinkedHashMap<>();
        refusal.violations().forEach(fault -> errors.putIfAbsent(field(fault.field()), said(fault, say)));
        return errors;
    }

    private static String field(String path) {
        var question = QUESTION.matcher(path);
        if (!question.matches()) {
            return path;
        }
        var place = "q." + question.group(1) + ".";
        var option = OPTION.matcher(question.group(2));
        if (option.matches()) {
            return place + "o." + option.group(1) + ".text";
        }
        return place + question.group(2).replaceAll("^scale\\..*", "scale");
    }

    private static String said(Violation fault, SurveyStaffMessages say) {
        var field = fault.field();
        if (fault.message().contains("same as an earlier")) {
            return say.wrongTwice();
        } else if (field.equals("title")) {
            return say.wrongTitle();
        } else if (field.endsWith(".options")) {
            return say.wrongOptions();
        } else if (field.contains(".options[")) {
            return say.wrongOption();
        } else if (field.contains(".scale")) {
            return say.wrongScale();
        }
        return field.endsWith(".help")
                ? say.wrongHelp()
                : field.equals("questions") ? say.wrongMany() : say.wrongText();
    }
}
