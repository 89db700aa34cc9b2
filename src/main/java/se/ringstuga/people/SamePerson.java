package se.ringstuga.people;

/** Whether two rows that share an address can be one person: families share addresses, but not given names. */
final class SamePerson {

    private SamePerson() {}

    /** True unless both given names are known and neither begins with the other: Karl and Karl-Johan may be one. */
    static boolean may(String givenName, String otherGivenName) {
        String one = Folding.fold(givenName);
        String other = Folding.fold(otherGivenName);
        return one.startsWith(other) || other.startsWith(one);
    }
}
