package se.ringstuga.calling;

/**
 * What a change of an open assignment would do, in people. Open claims keep what they were given, whatever is changed.
 *
 * @param added come to the list
 * @param leaving no longer belong to it, or may not be called, and are called no more
 * @param reachingGoal need no call any more under the new goal
 * @param returning were done, and are to be called again
 * @param attemptsOver have been called as many times as the new most attempts allow
 * @param withCallers are with a caller right now, and stay there
 */
public record ChangeEffect(
        long added, long leaving, long reachingGoal, long returning, long attemptsOver, long withCallers) {}
