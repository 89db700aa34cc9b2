package se.ringstuga.calling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an installation may change about calls. */
@ConfigMapping(prefix = "ringstuga.calling")
public interface CallingConfig {

    /** How long a person is kept for a caller who has not asked for the number yet. */
    @WithDefault("10m")
    Duration undialledLease();

    /**
     * How long at most from the claim while its page is looked at but the number is not asked for: otherwise an open page
     * would keep a person from being called all evening.
     */
    @WithDefault("30m")
    Duration undialledAtMost();

    /** How long after the number was shown; a phone that rings lets its browser sleep, so no heartbeat is needed (rule 6). */
    @WithDefault("45m")
    Duration dialledLease();

    /** For how long a report is taken after lapse, closing or revocation (rule 17). */
    @WithDefault("24h")
    Duration lateReports();

    /** For how long a caller may take a report back. */
    @WithDefault("30s")
    Duration undo();

    /** After its time a call-back that was kept for one caller is anyone's (rule 12). */
    @WithDefault("30m")
    Duration callBackReserved();

    /** Rule 7, on the volunteer's pages only. */
    @WithDefault("30")
    int claimsAnHour();

    @WithDefault("3")
    int skipsInARow();

    @WithDefault("8")
    int skipsAnEvening();

    /** Raised when the promise of confidentiality is worded anew: everybody is asked again (rule 15). */
    @WithDefault("1")
    int promiseVersion();

    /** How long an assignment and its links last at most (rule 19). */
    @WithDefault("30d")
    Duration assignmentLasts();
}
