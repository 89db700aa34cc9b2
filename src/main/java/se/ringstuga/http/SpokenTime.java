package se.ringstuga.http;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as people say them: "om 20 minuter", "i morgon kl 18.30", "tisdag 24 november kl 18.30". */
@TemplateData
public record SpokenTime(Language language, ZoneId zone, Instant now) {

    /** The time of day alone: 18.30, in English 18:30. */
    public String clock(Instant moment) {
        return formatted(moment, swedish() ? "HH.mm" : "HH:mm");
    }

    /** A moment to come or gone by, relative when near. */
    public String moment(Instant moment) {
        long minutes = Math.ceilDiv(Duration.between(now, moment).toSeconds(), 60);
        if (minutes > 0 && minutes < 60) {
            return swedish()
                    ? "om %d %s".formatted(minutes, minutes == 1 ? "minut" : "minuter")
                    : "in %d %s".formatted(minutes, minutes == 1 ? "minute" : "minutes");
        }
        return swedish() ? day(moment) + " kl " + clock(moment) : day(moment) + " at " + clock(moment);
    }

    /** The day: "i dag", "i morgon", "i går", otherwise weekday and date, with the year when it is another one. */
    public String day(Instant moment) {
        return day(moment.atZone(zone).toLocalDate());
    }

    public String day(LocalDate date) {
        LocalDate today = today();
        long days = ChronoUnit.DAYS.between(today, date);
        if (days == 0) {
            return swedish() ? "i dag" : "today";
        } else if (days == 1) {
            return swedish() ? "i morgon" : "tomorrow";
        } else if (days == -1) {
            return swedish() ? "i går" : "yesterday";
        }
        String pattern = date.getYear() == today.getYear() ? "EEEE d MMMM" : "EEEE d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    /** How long ago a day was, roughly: "i dag", "för 9 dagar sedan", "för 4 månader sedan", "för 3 år sedan". */
    public String ago(LocalDate date) {
        LocalDate today = today();
        long days = ChronoUnit.DAYS.between(date, today);
        if (days < 2) {
            return day(date);
        } else if (days < 60) {
            return swedish() ? "för %d dagar sedan".formatted(days) : "%d days ago".formatted(days);
        } else if (days < 730) {
            long months = ChronoUnit.MONTHS.between(date, today);
            return swedish() ? "för %d månader sedan".formatted(months) : "%d months ago".formatted(months);
        }
        long years = ChronoUnit.YEARS.between(date, today);
        return swedish() ? "för %d år sedan".formatted(years) : "%d years ago".formatted(years);
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private String formatted(Instant moment, String pattern) {
        ZonedDateTime local = moment.atZone(zone);
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(local);
    }

    private boolean swedish() {
        return language == Language.SWEDISH;
    }
}
