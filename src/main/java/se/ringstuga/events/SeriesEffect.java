package se.ringstuga.events;

/**
 * What a changed series would do to its events ahead, in numbers.
 *
 * @param changed those that would be different in anything
 * @param moved of them those that people know of and that would begin at another time
 * @param movedSignUps how many have or wait for a place at those
 * @param relocated those that people know of and that would be at another place at the same time
 * @param relocatedSignUps the same of them
 * @param tellable how many of them can be told of it by a rule
 * @param gone those that no day is left for
 * @param goneSignUps the same of them
 * @param added new ones
 * @param apart those that were changed by themselves, and stay as they are
 */
record SeriesEffect(
        int changed,
        int moved,
        long movedSignUps,
        int relocated,
        long relocatedSignUps,
        long tellable,
        int gone,
        long goneSignUps,
        int added,
        int apart) {

    /**
     * What ending it would do, if those ahead were called off.
     *
     * @param published those that people know of
     * @param signUps how many have or wait for a place at those
     * @param drafts those that nobody saw
     */
    record Ending(int published, long signUps, int drafts) {}
}
