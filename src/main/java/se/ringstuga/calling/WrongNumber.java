package se.ringstuga.calling;

/** Which of the numbers shown was wrong. */
public enum WrongNumber {
    PRIMARY,
    ALT
}
