package se.ringstuga.segments;

import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

/** A person in a segment's list; numbers in E.164. */
record SegmentPerson(
        long id,
        String name,
        String givenName,
        String familyName,
        @Nullable String phone,
        @Nullable String altPhone) {

    static SegmentPerson of(Tuple row) {
        String givenName = row.get("given_name", String.class);
        String familyName = row.get("family_name", String.class);
        return new SegmentPerson(
                row.get("id", Long.class),
                (givenName + " " + familyName).strip(),
                givenName,
                familyName,
                row.get("phone", String.class),
                row.get("alt_phone", String.class));
    }
}
