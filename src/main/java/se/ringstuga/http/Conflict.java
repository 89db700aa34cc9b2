package se.ringstuga.http;

/** 409: the request was understood but does not fit the current state; subclasses put that state into the body. */
public abstract class Conflict extends Problem {

    protected Conflict(String type, String title, String detail) {
        super(409, type, title, detail);
    }
}
