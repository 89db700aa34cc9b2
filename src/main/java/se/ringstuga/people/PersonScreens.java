package se.ringstuga.people;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;

/** Puts what is known of one person into words. */
@ApplicationScoped
class PersonScreens {

    private final Timelines timelines;
    private final TimelineWords timelineWords;
    private final ContactChoices choices;
    private final PersonSaid said;
    private final Tags tags;
    private final People people;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    PersonScreens(
            Timelines timelines,
            TimelineWords timelineWords,
            ContactChoices choices,
            PersonSaid said,
            Tags tags,
            People people,
            Access access,
            PageContext page,
            Clock clock) {
        this.timelines = timelines;
        this.timelineWords = timelineWords;
        this.choices = choices;
        this.said = said;
        this.tags = tags;
        this.people = people;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    PersonScreen of(PersonView person, PageRequest request) {
        var happened = timelines.page(access.organizationId(), person.id(), request);
        var base = "/o/" + access.slug() + "/people/" + person.id();
        return new PersonScreen(
                access.slug(),
                person.id(),
                person.name(),
                facts(person),
                ways(person),
                person.tags(),
                access.has(Permission.PEOPLE_WRITE) ? tags.usable(access.organizationId()) : List.of(),
                surveys(person),
                notes(person),
                choices(person),
                state(person),
                happened.items().stream().map(this::happened).toList(),
                happened.next() == null ? null : base + "?cursor=" + happened.next());
    }

    PeopleMessages say() {
        return MessageBundles.get(
                PeopleMessages.class, Localized.Literal.of(page.language().tag()));
    }

    boolean former(PersonView person) {
        var left = person.membership().leftOn();
        return left != null && !left.isAfter(LocalDate.ofInstant(clock.instant(), access.zone()));
    }

    private List<String> facts(PersonView person) {
        var membership = person.membership();
        var time = page.time(access.zone());
        var facts = new ArrayList<String>();
        var organization = membership.organization().name();
        var joined = membership.joinedOn();
        var left = membership.leftOn();
        if (former(person)) {
            facts.add(say().memberUntil(organization, time.day(Objects.requireNonNull(left))));
        } else {
            facts.add(
                    joined == null ? say().memberOf(organization) : say().memberSince(organization, time.day(joined)));
        }
        var placed = membership.placedIn();
        if (placed != null) {
            facts.add(say().placedIn(placed.name()));
        }
        var paid = membership.paidUntil();
        if (paid != null) {
            facts.add(say().paidUntil(time.day(paid)));
        }
        var year = person.birthYear();
        var number = person.externalId();
        facts.addAll(Stream.of(year == null ? null : say().born(year), number == null ? null : say().number(number))
                .filter(Objects::nonNull)
                .map(this::sentence)
                .toList());
        return facts;
    }

    private List<PersonScreen.Way> ways(PersonView person) {
        var town = Stream.of(person.postalCode(), person.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        var address = Stream.of(person.street(), town)
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining(", "));
        return Stream.of(
                        phone(say().phone(), person.phone(), person.phoneKind(), person.phoneWrong()),
                        phone(say().otherPhone(), person.altPhone(), person.altPhoneKind(), person.altPhoneWrong()),
                        Stream.ofNullable(person.email())
                                .map(email -> person.emailWrong()
                                        ? new PersonScreen.Way(say().email(), email, null, say().wrongEmail())
                                        : new PersonScreen.Way(say().email(), email, "mailto:" + email, null)),
                        Stream.of(address)
                                .filter(line -> !line.isEmpty())
                                .map(line -> new PersonScreen.Way(say().address(), line, null, null)))
                .flatMap(way -> way)
                .toList();
    }

    private Stream<PersonScreen.Way> phone(
            String label, @Nullable String number, PhoneNumber.@Nullable Kind kind, boolean wrong) {
        if (number == null) {
            return Stream.empty();
        }
        var unfit = kind == PhoneNumber.Kind.LANDLINE ? say().landline() : null;
        return Stream.of(new PersonScreen.Way(
                label, PhoneNumber.shown(number), wrong ? null : "tel:" + number, wrong ? say().wrongNumber() : unfit));
    }

    private List<PersonScreen.Survey> surveys(PersonView person) {
        if (!access.has(Permission.SURVEYS_READ)) {
            return List.of();
        }
        return said.answers(viewer(), person.id()).stream()
                .map(answered -> new PersonScreen.Survey(
                        answered.title(),
                        page.time(access.zone()).moment(answered.at()),
                        answered.answers().stream().map(this::said).toList()))
                .toList();
    }

    private PersonScreen.Said said(PersonSaid.Answer answer) {
        var text = answer.yesNo() ? (answer.text().equals("1") ? say().yes() : say().no()) : answer.text();
        return new PersonScreen.Said(answer.question(), text);
    }

    private List<PersonScreen.Note> notes(PersonView person) {
        if (!access.has(Permission.CALLS_READ)) {
            return List.of();
        }
        return said.notes(viewer(), person.id()).stream()
                .map(note -> new PersonScreen.Note(
                        note.text(),
                        note.assignment() + " · " + page.time(access.zone()).moment(note.at()),
                        note.own() && access.has(Permission.CALLS_MANAGE)
                                ? "/o/" + access.slug() + "/call-notes/" + note.id()
                                : null))
                .toList();
    }

    private People.Viewer viewer() {
        return new People.Viewer(access.organizationId(), access.administrator());
    }

    private List<String> choices(PersonView person) {
        var words = new ContactWords(page.language());
        return choices.of(person.id()).stream()
                .map(choice -> {
                    var what = words.what(choice.channel(), choice.purpose());
                    return choice.granted() ? say().saidYes(what) : say().saidNo(what);
                })
                .toList();
    }

    private PersonScreen.State state(PersonView person) {
        var maySend = access.has(Permission.MESSAGES_SEND) && !person.restricted() && !person.stopped();
        var mobile = (person.phoneKind() == PhoneNumber.Kind.MOBILE && !person.phoneWrong())
                || (person.altPhoneKind() == PhoneNumber.Kind.MOBILE && !person.altPhoneWrong());
        return new PersonScreen.State(
                person.restricted(),
                person.stopped(),
                former(person),
                maySend && mobile,
                maySend && person.email() != null && !person.emailWrong(),
                access.has(Permission.PEOPLE_WRITE),
                access.administrator()
                        && people.isInTree(person.membership().organization().id(), access.organizationId()));
    }

    private PersonScreen.Happened happened(Timelines.Entry entry) {
        var message = entry.kind().equals("MESSAGE") && access.has(Permission.MESSAGES_READ);
        return new PersonScreen.Happened(
                page.time(access.zone()).moment(entry.at()),
                timelineWords.of(entry, page.language()),
                message ? "/o/" + access.slug() + "/messages/" + entry.ref() : null);
    }

    private String sentence(String words) {
        return words.substring(0, 1).toUpperCase(page.language().locale()) + words.substring(1);
    }
}
