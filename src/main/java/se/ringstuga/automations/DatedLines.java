package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import se.ringstuga.accounts.Access;

/** Puts rehearsals into the words of the pages; a condition is named once, where it begins to hold. */
@ApplicationScoped
class DatedLines {

    private final Rehearsals rehearsals;
    private final Flows flows;
    private final PageWords page;
    private final Access access;
    private final Clock clock;

    DatedLines(Rehearsals rehearsals, Flows flows, PageWords page, Access access, Clock clock) {
        this.rehearsals = rehearsals;
        this.flows = flows;
        this.page = page;
        this.access = access;
        this.clock = clock;
    }

    /** Of somebody who comes in now. */
    List<DatedLine> fromNow(Automation automation) {
        var now = LocalDateTime.ofInstant(clock.instant(), automation.home().zone());
        return of(new Rehearsals.Played(
                automation.home(), flows.of(automation).flow().steps(), now));
    }

    List<DatedLine> of(Rehearsals.Played played) {
        var lines = new ArrayList<DatedLine>();
        List<String> before = List.of();
        for (var line : rehearsals.of(played, page.language())) {
            var named = line.when().equals(before) ? List.<String>of() : newOnes(line.when(), before);
            lines.add(new DatedLine(line.when().size(), named, when(line), line.says(), line.text()));
            before = line.when();
        }
        return lines;
    }

    private static List<String> newOnes(List<String> when, List<String> before) {
        var same = 0;
        while (same < when.size() && same < before.size() && when.get(same).equals(before.get(same))) {
            same++;
        }
        return when.subList(same, when.size());
    }

    private String when(Rehearsals.Line line) {
        var time = page.time(access.zone());
        var until = line.until();
        var at = line.latest() ? page.say().atLatest(time.moment(line.at())) : time.moment(line.at());
        if (until == null) {
            return at;
        }
        return line.latest()
                ? page.say().untilLatest(time.moment(until))
                : at + ", " + page.say().until(time.moment(until));
    }
}
