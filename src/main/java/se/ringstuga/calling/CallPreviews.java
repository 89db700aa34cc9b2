package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.events.OfferedEvents;
import se.ringstuga.http.PageContext;
import se.ringstuga.organizations.Organizations;
import se.ringstuga.people.Tags;
import se.ringstuga.surveys.SurveyForm;
import se.ringstuga.surveys.SurveyForms;

/** Exactly what a caller would see of an assignment that nobody has created, with somebody invented on the line. */
@RequestScoped
class CallPreviews {

    private final CallScreens screens;
    private final Organizations organizations;
    private final SurveyForms surveys;
    private final Tags tags;
    private final OfferedEvents events;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    CallPreviews(
            CallScreens screens,
            Organizations organizations,
            SurveyForms surveys,
            Tags tags,
            OfferedEvents events,
            Access access,
            PageContext page,
            Clock clock) {
        this.screens = screens;
        this.organizations = organizations;
        this.surveys = surveys;
        this.tags = tags;
        this.events = events;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    CallScreen of(NewCallAssignment wanted, String callerName) {
        var home = home(wanted, callerName);
        var now = clock.instant();
        var shown = Objects.requireNonNullElse(wanted.shownFields(), AssignmentContents.SHOWN);
        var claim = InventedPerson.claim(
                home,
                survey(wanted.surveyId()),
                InventedPerson.fields(shown, screens.words(), now, access.zone()),
                new InventedPerson.Moment(now, null));
        return screens.of(claim, home, CallScreen.Kind.PRACTICE);
    }

    private @Nullable SurveyForm survey(@Nullable Long id) {
        return id == null ? null : surveys.current(access.organizationId(), id).orElse(null);
    }

    private CallerHome home(NewCallAssignment wanted, String callerName) {
        var here = access.organizationId();
        var hours = organizations.callingHours(here);
        var own = wanted.callingHours();
        var offered = Objects.requireNonNullElse(wanted.tagIds(), List.<Long>of());
        return new CallerHome(
                0,
                0,
                here,
                callerName,
                organizations.view(here).name(),
                wanted.title(),
                script(wanted),
                true,
                null,
                false,
                false,
                String.valueOf(own == null || own.from() == null ? hours.from() : own.from()),
                String.valueOf(own == null || own.to() == null ? hours.to() : own.to()),
                access.zone().getId(),
                0,
                0,
                0,
                List.of(),
                tags.usable(here).stream()
                        .filter(tag -> offered.contains(tag.id()))
                        .map(tag -> new OfferedTag(tag.id(), tag.title()))
                        .toList(),
                events.upcoming(here, Objects.requireNonNullElse(wanted.eventKindIds(), List.of())));
    }

    private Script script(NewCallAssignment wanted) {
        var usual = MessageBundles.get(
                DefaultTexts.class, Localized.Literal.of(page.language().tag()));
        return new Script(
                Objects.requireNonNullElse(wanted.script(), ""),
                or(wanted.scriptOtherPerson(), usual.otherPerson()),
                or(wanted.scriptVoicemail(), usual.voicemail()),
                or(wanted.scriptWhy(), usual.why()));
    }

    private static String or(@Nullable String own, String usual) {
        return own == null || own.isBlank() ? usual : own;
    }
}
