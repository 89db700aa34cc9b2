package se.ringstuga.phonebanks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.RateLimit;
import se.ringstuga.http.ClientAddress;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.TooManyRequests;

/** Asking to come in, by code or by link: the same answers, and the same limits on guessing and on filling the room. */
@RequestScoped
class Door {

    private static final int LONGEST_NAME = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** A whole room is behind one address: a hundred people who each ask six times. */
    private static final int BY_AN_ADDRESS = 600;

    private static final int BY_A_BROWSER = 12;
    private static final String ADDRESS = "room-ask:";
    private static final String BROWSER = "room-ask-browser:";

    private final WaitingRoom room;
    private final LinkMisses misses;
    private final RateLimit limit;
    private final ClientAddress address;
    private final RoomCookies cookies;
    private final PageContext page;

    Door(
            WaitingRoom room,
            LinkMisses misses,
            RateLimit limit,
            ClientAddress address,
            RoomCookies cookies,
            PageContext page) {
        this.room = room;
        this.misses = misses;
        this.limit = limit;
        this.address = address;
        this.cookies = cookies;
        this.page = page;
    }

    /** @throws TooManyRequests after twenty misses a minute, or when a browser or an address asks too often */
    Response ask(Form form, boolean byCode, Supplier<Asked> asking) {
        return Response.fromResponse(answer(form, byCode, asking))
                .cookie(cookies.forBrowser())
                .build();
    }

    private Response answer(Form form, boolean byCode, Supplier<Asked> asking) {
        if (form.name().isBlank()
                || form.name().strip().length() > LONGEST_NAME
                || ControlCharacters.in(form.name().strip())) {
            return again(form.withWrong(say().nameWrong()), byCode, Response.Status.BAD_REQUEST);
        }
        misses.check();
        limit.hit(ADDRESS + address.value(), WINDOW, BY_AN_ADDRESS);
        cookies.knownBrowser().ifPresent(browser -> limit.hit(BROWSER + browser, WINDOW, BY_A_BROWSER));
        return switch (asking.get()) {
            case Asked.Waits(String secret) -> waits(secret);
            case Asked.Full _ -> again(form.withWrong(say().full()), byCode, Response.Status.CONFLICT);
            case Asked.Unknown _ -> unknown(form, byCode);
        };
    }

    /** One place for each browser: the one that it had is free. */
    private Response waits(String secret) {
        cookies.waiting().ifPresent(room::withdraw);
        return Response.seeOther(URI.create(WaitingPages.ADDRESS))
                .cookie(cookies.forWaiting(secret))
                .build();
    }

    /** Counted as a guess, and told as a page. */
    private Response unknown(Form form, boolean byCode) {
        NotFound missed = misses.missed();
        return again(form.withWrong(say().unknown()), byCode, Response.Status.fromStatusCode(missed.status()));
    }

    private static Response again(Form form, boolean byCode, Response.Status status) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(RoomJoinPages.Templates.join(form, byCode))
                .build();
    }

    private RoomPageMessages say() {
        return RoomScreens.say(page.language());
    }

    /** @param wrong what stands in the way */
    record Form(String code, String name, @Nullable String wrong) {

        Form withWrong(String said) {
            return new Form(code, name, said);
        }
    }
}
