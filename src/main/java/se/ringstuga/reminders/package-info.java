/**
 * What is sent around events: reminders, notices of changes, thanks. Rules say what and when; plans and reminders are rows
 * that follow the event, its sign-ups and the rules, whenever a job looks; a message is put in line when its time has come,
 * and looked at once more when it leaves.
 */
@NullMarked
package se.ringstuga.reminders;

import org.jspecify.annotations.NullMarked;
