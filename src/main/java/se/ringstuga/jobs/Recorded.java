package se.ringstuga.jobs;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What is scheduled here runs once in the cluster at a time and is written down: {@link RecordedRuns}. */
@InterceptorBinding
@Retention(RUNTIME)
@Target(TYPE)
@interface Recorded {}
