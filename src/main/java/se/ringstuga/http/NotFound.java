package se.ringstuga.http;

/** 404: there is nothing at this path for the one who asks; another organization's things look the same as none. */
public final class NotFound extends Problem {

    public NotFound() {
        super(404, "not-found", "Not found", "There is nothing here, or it belongs to another organization.");
    }
}
