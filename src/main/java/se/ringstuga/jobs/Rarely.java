package se.ringstuga.jobs;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The job looks as often as its schedule says, and works when so much time has passed since it last began, according to its
 * row. A schedule alone would not do: each start of an instance sets the cluster's triggers anew, so that what is due once a
 * day would run at every start, or, with a delay, never where instances are started often.
 */
@Retention(RUNTIME)
@Target(METHOD)
@interface Rarely {

    /** As in {@link io.quarkus.scheduler.Scheduled#every}: {@code 24h}, or a property with a default. */
    String value();
}
