package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.ringstuga.http.Language;

/**
 * One text, as it goes out: HTML and plain text from the same Markdown.
 *
 * @param fragment the text alone as HTML without any style, for a preview within a page
 * @param html the whole document, with the organization's name and the footer
 * @param text the plain alternative of the whole, links written out
 */
public record EmailText(String fragment, String html, String text) {

    private static final String BODY =
            "margin:0;padding:16px;background:#ffffff;color:#1d1d1b;font:16px/1.5 Helvetica,Arial,sans-serif";
    private static final String COLUMN = "max-width:600px;margin:0 auto";
    private static final String NAME = "font-weight:bold;margin:0 0 16px";
    private static final String SMALL = "margin:0 0 8px;font-size:14px;color:#555555";

    /**
     * Reads Markdown: headings, emphasis, lists, quotes, rules and links to {@code http}, {@code https} and {@code
     * mailto}. HTML in it is shown as it was typed, a picture as its description, a line break as one.
     */
    public static EmailText of(String markdown, EmailLayout layout) {
        var source = new Markdown(markdown);
        var fragment = source.html();
        var html = document(fragment, layout);
        var text = plain(source.text(), layout);
        return new EmailText(fragment, html, text);
    }

    private static String document(String fragment, EmailLayout layout) {
        var page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.charset(UTF_8);
        page.getElementsByTag("html").attr("lang", Language.SWEDISH.tag());
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.title(layout.organization());
        var column = page.body().attr("style", BODY).appendElement("div").attr("style", COLUMN);
        column.appendElement("p").attr("style", NAME).text(layout.organization());
        column.append(fragment);
        footer(column, layout);
        return "<!DOCTYPE html>\n" + page.outerHtml();
    }

    private static void footer(Element column, EmailLayout layout) {
        column.appendElement("hr");
        var around = column.appendElement("div").attr("lang", layout.language().tag());
        layout.footer()
                .forEach(line -> around.appendElement("p").attr("style", SMALL).text(line));
        layout.preferencesUrl()
                .ifPresent(url -> around.appendElement("p")
                        .attr("style", SMALL)
                        .appendElement("a")
                        .attr("href", url)
                        .text(layout.preferencesLabel()));
    }

    private static String plain(String body, EmailLayout layout) {
        var all = new StringBuilder(body).append("\n\n-- \n").append(layout.organization());
        layout.footer().forEach(line -> all.append('\n').append(line));
        layout.preferencesUrl()
                .ifPresent(url -> all.append('\n')
                        .append(layout.preferencesLabel())
                        .append(": ")
                        .append(url));
        return all.append('\n').toString();
    }
}
