package se.ringstuga.surveys;

/** What a question asks for; {@link #TEXT_BLOCK} asks for nothing and stands between the questions to be read. */
public enum QuestionType {
    SINGLE_CHOICE,
    MULTIPLE_CHOICE,
    TEXT,
    SCALE,
    YES_NO,
    DATE,
    TEXT_BLOCK;

    public boolean isChoice() {
        return this == SINGLE_CHOICE || this == MULTIPLE_CHOICE;
    }

    public boolean isAnswerable() {
        return this != TEXT_BLOCK;
    }
}
