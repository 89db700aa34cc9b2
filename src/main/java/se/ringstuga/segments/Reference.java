package se.ringstuga.segments;

/**
 * Something that a filter points to and that must exist for the organization.
 *
 * @param path where in the tree it is named
 * @param key an id, or the slug of an organization
 */
record Reference(String path, Kind kind, Object key) {

    enum Kind {
        TAG("tag"),
        SURVEY("survey"),
        QUESTION("question"),
        OPTION("option"),
        ASSIGNMENT("call assignment"),
        BROADCAST("broadcast"),
        EVENT("event"),
        EVENT_KIND("kind of event"),
        ORGANIZATION("organization");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }
}
