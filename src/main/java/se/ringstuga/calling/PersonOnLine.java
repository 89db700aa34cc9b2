package se.ringstuga.calling;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of the person: never more than the organizer chose.
 *
 * @param phone the number to dial, E.164; null until it was asked for on the volunteer's pages (rule 7)
 * @param altPhone another number, if there is one, under the same condition
 * @param fields the assignment's shown fields that have a value: {@code CITY}, {@code JOINED}, {@code BIRTH_YEAR}, {@code LANGUAGE}, {@code POSTAL_CODE}, {@code EMAIL}, {@code EXTERNAL_ID}
 */
public record PersonOnLine(
        long id,
        String name,
        String givenName,
        @Nullable String phone,
        @Nullable String altPhone,
        Map<String, String> fields) {}
