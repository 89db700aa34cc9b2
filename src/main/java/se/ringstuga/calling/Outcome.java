package se.ringstuga.calling;

/** How a call ended, as its caller reports it. */
public enum Outcome {
    REACHED,
    NO_ANSWER,
    BUSY,
    LEFT_MESSAGE,
    CALL_BACK,
    NOT_AVAILABLE,
    WRONG_NUMBER,
    DECLINED,
    DO_NOT_CALL
}
