package se.ringstuga.surveys;

/** Who fills a survey in. A caller may leave required questions out (rule 11); staff and members may not. */
public enum Audience {
    CALLER,
    STAFF,
    MEMBER;

    boolean mustAnswerRequired() {
        return this != CALLER;
    }
}
