package se.ringstuga.events;

import java.util.HashMap;
import java.util.Map;
import se.ringstuga.http.InvalidInput;

/** What only the rules of events and series could tell, beside the field of the form that it is about. */
final class EventFaults {

    private EventFaults() {}

    static Map<String, String> of(InvalidInput wrong, EventFormMessages say) {
        var errors = new HashMap<String, String>();
        for (var violation : wrong.violations()) {
            switch (violation.field()) {
                case "kindId" -> errors.put("kind", say.kindMissing());
                case "segmentId" -> errors.put("segment", say.segmentWrong());
                case "contactStaffId" -> errors.put("contact", say.contactWrong());
                case "contactPhone" -> errors.put("contactPhone", say.phoneWrong());
                case "contactEmail" -> errors.put("contactEmail", say.emailWrong());
                case "startsOn" -> errors.put("date", say.dateFar());
                case "endsAt", "minutes" -> errors.put("to", say.lengthWrong());
                case "signUpOpensAt", "signUpOpensBefore" -> errors.put("opens", say.opensWrong());
                case "signUpClosesAt", "signUpClosesBefore" -> errors.put("closes", say.closesWrong());
                case "rule", "exceptMonths" -> errors.put("repeat", say.repeatWrong());
                default -> errors.put("title", say.otherWrong());
            }
        }
        return errors;
    }
}
