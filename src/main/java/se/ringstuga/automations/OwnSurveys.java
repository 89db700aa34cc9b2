package se.ringstuga.automations;

import static se.ringstuga.surveys.QuestionType.MULTIPLE_CHOICE;
import static se.ringstuga.surveys.QuestionType.TEXT;
import static se.ringstuga.surveys.QuestionType.YES_NO;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.surveys.NewOption;
import se.ringstuga.surveys.NewSurvey;
import se.ringstuga.surveys.NewSurvey.NewQuestion;
import se.ringstuga.surveys.QuestionType;
import se.ringstuga.surveys.SurveyMaking;

/** The survey that an automation asks where nobody has chosen one: what somebody new is curious about. */
@ApplicationScoped
class OwnSurveys {

    private static final NewSurvey ABOUT_THE_NEW = new NewSurvey(
            "Till dig som är ny",
            List.of(
                    question(
                            MULTIPLE_CHOICE,
                            "Vad är du nyfiken på?",
                            "Möten och diskussioner",
                            "Studiecirklar",
                            "Dela flygblad och prata med folk",
                            "Ringa andra medlemmar",
                            "Skriva och synas på nätet",
                            "Träffas och ha trevligt",
                            "Vet inte än"),
                    question(YES_NO, "Vill du att någon av oss ringer dig?"),
                    question(TEXT, "Är det något du undrar, eller som vi borde veta?")));

    private final SurveyMaking making;
    private final MadeThings made;
    private final Clock clock;

    OwnSurveys(SurveyMaking making, MadeThings made, Clock clock) {
        this.making = making;
        this.made = made;
        this.clock = clock;
    }

    private static NewQuestion question(QuestionType type, String text, String... options) {
        List<@Nullable NewOption> offered =
                Stream.of(options).map(option -> new NewOption(null, option)).toList();
        return new NewQuestion(null, type, text, false, false, options.length == 0 ? null : offered, null, null);
    }

    /** The survey that a step asks. */
    record Asked(long id, boolean closed) {}

    /** The chosen one, or else the one it has. */
    Asked asked(Automation automation, String step, Letter.SurveyToAnswer wanted) {
        var chosen = wanted.id();
        return chosen == null ? new Asked(of(automation, step, Actor.SYSTEM), false) : made.chosen(chosen);
    }

    /** The one it has, for whatever step, while it can be answered. */
    Optional<Long> made(long automationId) {
        return made.survey(automationId);
    }

    /** The one it has, made where there is none that can be answered. */
    long of(Automation automation, String step, Actor actor) {
        made.lock(automation.id());
        return made.survey(automation.id()).orElseGet(() -> {
            var survey = making.make(automation.home().organizationId(), ABOUT_THE_NEW, actor)
                    .id();
            made.keepSurvey(automation.id(), step, survey, clock.instant());
            return survey;
        });
    }
}
