package se.ringstuga.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A volunteer's phone: it keeps cookies and says that its requests come from our own pages. */
final class EveningBrowser {

    private static final HttpClient.Version PLAIN = HttpClient.Version.HTTP_1_1;

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(PLAIN)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    EveningBrowser(int port) {
        this.base = "http://localhost:" + port;
    }

    int post(String path, String form) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    String page(String path) throws IOException, InterruptedException {
        var answer = client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        require(200, answer.statusCode(), path);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin");
    }

    void require(int wanted, int status, String what) throws IOException {
        if (status != wanted) {
            throw new IOException(what + " answered " + status);
        }
    }
}
