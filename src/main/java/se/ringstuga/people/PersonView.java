package se.ringstuga.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as staff and tools see them.
 *
 * @param phone the number to dial first, E.164; a mobile where there is one
 * @param phoneWrong the number is known to be somebody else's and is not dialled
 * @param emailWrong mail to the address came back as undeliverable for good; none is sent there
 * @param restricted protected: only administrators see this person at all
 * @param stopped nothing reaches the person until an organizer has decided
 * @param version for {@code If-Match}, as in the {@code ETag}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PersonView(
        long id,
        String name,
        String givenName,
        String familyName,
        @Nullable String phone,
        PhoneNumber.@Nullable Kind phoneKind,
        boolean phoneWrong,
        @Nullable String altPhone,
        PhoneNumber.@Nullable Kind altPhoneKind,
        boolean altPhoneWrong,
        @Nullable String email,
        boolean emailWrong,
        @Nullable String externalId,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable Integer birthYear,
        @Nullable String language,
        Membership membership,
        List<Tag> tags,
        boolean restricted,
        boolean stopped,
        int version) {

    /**
     * Where the person is a member.
     *
     * @param joinedOn null where the register does not say
     * @param leftOn null for a current member
     * @param organization whose register the person stands in
     * @param placedIn the organization below that the register names
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Membership(
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate paidUntil,
            Place organization,
            @Nullable Place placedIn) {}

    /** An organization, shortly. */
    public record Place(long id, String slug, String name) {}

    /** A tag the person carries. */
    public record Tag(long id, String title) {}
}
