package se.ringstuga.http;

import java.util.Locale;

/** What the protocol itself refuses: the method, the kind of body, the size. */
final class HttpRefusal extends Problem {

    HttpRefusal(int status) {
        super(status, slug(status), title(status), mend(status));
    }

    private static String slug(int status) {
        return title(status).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 413 -> "Body too large";
            case 415 -> "Unsupported media type";
            default -> status < 500 ? "Refused" : "Unavailable";
        };
    }

    private static String mend(int status) {
        return switch (status) {
            case 404 -> "There is nothing here, or it belongs to another organization.";
            case 405 -> "This path does not take that method; the API's document at /q/openapi lists what it takes.";
            case 406 -> "This path cannot answer in the media type asked for in Accept.";
            case 413 -> "The body is larger than this path accepts; send it in parts.";
            case 415 ->
                "This path does not read that Content-Type; use application/json unless the API says otherwise.";
            default -> "The request could not be read; compare it with the API's document at /q/openapi.";
        };
    }
}
