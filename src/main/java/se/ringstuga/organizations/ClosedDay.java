package se.ringstuga.organizations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an organization has decided about its breaks.
 *
 * @param name of what it named itself; null for what is proposed to everybody
 * @param firstOn of {@link Kind#DATES} and {@link Kind#YEARLY}, whose month and day return each year from this one on
 * @param lastOn inclusive
 * @param open work as usual then, although the organization above is closed, or more is closed here
 * @param organizationId who decided: the organization itself or one above it
 */
public record ClosedDay(
        long id,
        Kind kind,
        @Nullable String name,
        @Nullable LocalDate firstOn,
        @Nullable LocalDate lastOn,
        boolean open,
        long organizationId) {

    /** What kinds of breaks there are. */
    public enum Kind {
        /** Once. */
        DATES,
        /** Between the same days each year. */
        YEARLY,
        /** The Swedish ones. */
        PUBLIC_HOLIDAYS,
        /** Of Epiphany, Easter, the first of May, midsummer, Christmas and New Year. */
        EVES,
        /** From midsummer eve to 10 August. */
        SUMMER,
        /** From 24 December to 6 January. */
        CHRISTMAS;

        /** Whether every organization is offered it, to accept or to decline. */
        public boolean proposed() {
            return this != DATES && this != YEARLY;
        }
    }
}
