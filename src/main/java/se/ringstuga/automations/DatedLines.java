package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import se.ringstuga.accounts.Access;

/** Puts rehearsals into the words of the pages; a condition is named once, where it begins to hold. */
@ApplicationScoped
class DatedLines {

    private final Rehearsals rehearsals;
    private final PageWords page;
    private final Access access;

    DatedLines(Rehearsals rehearsals, PageWords page, Access access) {
        this.rehearsals = rehearsals;
        this.page = page;
        this.access = access;
    }

    List<DatedLine> of(Automation automation, LocalDateTime start, boolean moved) {
        var lines = new ArrayList<DatedLine>();
        List<String> before = List.of();
        for (var line : rehearsals.of(automation, start, moved, page.language())) {
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
