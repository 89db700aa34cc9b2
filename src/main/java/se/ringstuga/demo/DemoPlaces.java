package se.ringstuga.demo;

import java.time.ZoneId;
import se.ringstuga.accounts.Actor;

/**
 * Where things are put, and in whose name.
 *
 * @param root where the administrator is at home
 */
record DemoPlaces(long root, long hagersten, long solna, ZoneId zone, Actor administrator, Actor organizer) {}
