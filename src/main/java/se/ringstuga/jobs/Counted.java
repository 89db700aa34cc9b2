package se.ringstuga.jobs;

import jakarta.inject.Inject;

/** Jobs that say how much they did. */
abstract class Counted {

    @Inject
    Tally tally;
}
