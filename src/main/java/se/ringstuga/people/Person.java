package se.ringstuga.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A human in a register. Search text and sort order follow every change made through the setters. */
@Entity
@Table(name = "person")
@SuppressWarnings("NullAway.Init")
class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "organization_id")
    long organizationId;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(name = "given_name")
    String givenName = "";

    @Column(name = "family_name")
    String familyName = "";

    @Nullable
    private String email;

    @Column(name = "email_wrong_at")
    @Nullable
    private Instant emailWrongAt;

    @Nullable
    private String phone;

    @Column(name = "phone_kind")
    @Enumerated(EnumType.STRING)
    private PhoneNumber.@Nullable Kind phoneKind;

    @Column(name = "phone_wrong_at")
    @Nullable
    private Instant phoneWrongAt;

    @Column(name = "alt_phone")
    @Nullable
    private String altPhone;

    @Column(name = "alt_phone_kind")
    @Enumerated(EnumType.STRING)
    private PhoneNumber.@Nullable Kind altPhoneKind;

    @Column(name = "alt_phone_wrong_at")
    @Nullable
    private Instant altPhoneWrongAt;

    @Nullable
    String street;

    @Column(name = "postal_code")
    @Nullable
    String postalCode;

    @Nullable
    String city;

    @Column(name = "birth_year")
    @Nullable
    Integer birthYear;

    @Nullable
    String language;

    @Column(name = "restricted_at")
    @Nullable
    private Instant restrictedAt;

    @Column(name = "restricted_by")
    @Nullable
    private String restrictedBy;

    /** The membership's own table has these three; they are read and written with the person. */
    @Transient
    @Nullable
    LocalDate joinedOn;

    @Transient
    @Nullable
    LocalDate leftOn;

    @Transient
    @Nullable
    LocalDate paidUntil;

    String search = "";

    @Column(name = "sort_name")
    String sortName = "";

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    int version;

    /** Another address is no longer known to be dead. */
    void setEmail(@Nullable String address) {
        boolean same = address != null && address.equalsIgnoreCase(email);
        emailWrongAt = same ? emailWrongAt : null;
        email = address;
    }

    /** Another number is no longer known to be wrong. */
    void setPhone(@Nullable PhoneNumber number) {
        String e164 = number == null ? null : number.e164();
        phoneWrongAt = Objects.equals(phone, e164) ? phoneWrongAt : null;
        phone = e164;
        phoneKind = number == null ? null : number.kind();
    }

    /** As {@link #setPhone}. */
    void setAltPhone(@Nullable PhoneNumber number) {
        String e164 = number == null ? null : number.e164();
        altPhoneWrongAt = Objects.equals(altPhone, e164) ? altPhoneWrongAt : null;
        altPhone = e164;
        altPhoneKind = number == null ? null : number.kind();
    }

    /** From now on only administrators find or open the person (rule 5). */
    void restrict(Instant at, String by) {
        if (restrictedAt == null) {
            restrictedAt = at;
            restrictedBy = by;
        }
    }

    void liftRestriction() {
        restrictedAt = null;
        restrictedBy = null;
    }

    /** To be called after changes: makes the person findable as they now are. */
    void changedAt(Instant at) {
        search = Folding.searchText(new Folding.SearchKeys(givenName, familyName, email, externalId, phone, altPhone));
        sortName = Folding.sortName(givenName, familyName);
        updatedAt = at;
    }

    /** Whether a register speaks of the person; one without member number came with an import. */
    boolean isFromRegister() {
        return externalId != null || createdBy.startsWith("import:");
    }

    boolean leftBeforeJoining() {
        return leftOn != null && joinedOn != null && leftOn.isBefore(joinedOn);
    }

    boolean isNobody() {
        return givenName.isEmpty() && familyName.isEmpty() && phone == null && altPhone == null && email == null;
    }

    /** The value as it is kept in corrections; null for none. */
    @Nullable
    String text(PersonField field) {
        return switch (field) {
            case GIVEN_NAME -> givenName;
            case FAMILY_NAME -> familyName;
            case EMAIL -> email;
            case PHONE -> phone;
            case ALT_PHONE -> altPhone;
            case STREET -> street;
            case POSTAL_CODE -> postalCode;
            case CITY -> city;
            case BIRTH_YEAR -> text(birthYear);
            case EXTERNAL_ID -> externalId;
            case JOINED_ON -> text(joinedOn);
            case LEFT_ON -> text(leftOn);
            case PAID_UNTIL -> text(paidUntil);
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
