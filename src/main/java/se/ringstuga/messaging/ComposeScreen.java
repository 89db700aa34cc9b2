package se.ringstuga.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * The page on which a broadcast is written.
 *
 * @param id of the draft; null for a new one
 * @param place where it is written, below the organization
 * @param other what somebody else saved meanwhile; null when nobody did
 */
record ComposeScreen(
        String slug,
        String organization,
        @Nullable Long id,
        PageForm form,
        List<Choice> senders,
        List<Choice> segments,
        List<Choice> tags,
        ComposePreview preview,
        @Nullable Other other,
        String place) {

    /** Where broadcasts are, below the organization. */
    static final String BROADCASTS = "broadcasts";

    record Choice(long id, String words) {}

    record Other(String text, int version) {}

    public String base() {
        return "/o/" + slug + "/" + place;
    }

    public String action() {
        return id == null ? base() + "/new" : base() + "/" + id + "/edit";
    }

    /** Not one that comes back every month. */
    public boolean once() {
        return place.equals(BROADCASTS);
    }

    public boolean chose(String name, String value) {
        return form.chose(name, value);
    }

    /** Whether the form was sent with this choice or, before anything was chosen, begins with it. */
    public boolean choseOrNothing(String name, String value) {
        return form.chose(name, value) || form.value(name).isEmpty();
    }

    public String value(String name) {
        return form.value(name);
    }

    public String days() {
        return value("days").isEmpty() ? "30" : value("days");
    }

    /** The fields most used, as they are typed. */
    public String fields() {
        return "{förnamn|du}, {efternamn}, {ort|din ort}, {förening}";
    }

    public @Nullable String error(String name) {
        return form.error(name);
    }
}
