package se.ringstuga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** A wall with its line open: reads how many were reached each time that the board changes. */
final class EveningWall implements AutoCloseable {

    private static final Pattern REACHED = Pattern.compile("<div class=\"number\">(\\d+)</div>");

    private final InputStream line;
    private final EveningTally tally;
    private volatile boolean closed;

    private EveningWall(InputStream line, EveningTally tally) {
        this.line = line;
        this.tally = tally;
    }

    static EveningWall watch(int port, String path, EveningTally tally) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + "/live"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("the wall answered " + answer.statusCode());
        }
        var wall = new EveningWall(answer.body(), tally);
        Thread.ofPlatform().daemon().start(wall::read);
        return wall;
    }

    private void read() {
        var shown = 0;
        var first = true;
        try (var reader = new BufferedReader(new InputStreamReader(line, UTF_8))) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                first |= text.startsWith("event");
                var found = REACHED.matcher(text);
                if (first && found.find()) {
                    first = false;
                    var now = Integer.parseInt(found.group(1));
                    tally.shown(shown, now);
                    shown = now;
                }
            }
            ended("the wall's line ended");
        } catch (IOException lost) {
            ended(lost.toString());
        }
    }

    private void ended(String how) {
        if (!closed) {
            tally.failed(how);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            line.close();
        } catch (IOException gone) {
            tally.failed(gone.toString());
        }
    }
}
