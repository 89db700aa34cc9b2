package se.ringstuga.messaging.email;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * The source of an e-mail, or of another text that an organizer writes. The renderer escapes what looks like HTML and the allow-list lets through only what letters
 * are written with: two locks, of which each alone would do.
 */
public final class Markdown {

    private static final Pattern TARGET = Pattern.compile("(https?://|mailto:)\\S+", Pattern.CASE_INSENSITIVE);

    /** Code is left out: four blanks before a paragraph are an accident in a letter, never a program. */
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, BlockQuote.class, ListBlock.class, ThematicBreak.class))
            // Nobody quotes a quotation fifty times; whoever writes thousands of them wants to exhaust the stack.
            .maxOpenBlockParsers(50)
            .postProcessor(Markdown::onlyLettersAndLinks)
            .build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true)
            .softbreak("<br>\n")
            .build();

    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .nodeRendererFactory(WrittenOutLinks::new)
            .build();

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "hr", "code")
            .addTags("h1", "h2", "h3", "h4", "h5", "h6")
            .addAttributes("a", "href")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto");

    /** What begins something within a line: emphasis, a link, an address. */
    private static final String SIGNS = "*_[<";

    /** Whoever writes more of them in one letter wants to exhaust the stack, or the patience, of whoever reads it. */
    private static final int MOST_OF_A_SIGN = 1000;

    private final Node letter;

    public Markdown(String source) {
        this.letter = PARSER.parse(tamed(source));
    }

    /** Of too many signs the rest are letters like any other. */
    private static String tamed(String source) {
        var seen = new int[SIGNS.length()];
        var tamed = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            var letter = source.charAt(i);
            var sign = SIGNS.indexOf(letter);
            if (sign >= 0 && ++seen[sign] > MOST_OF_A_SIGN) {
                tamed.append('\\');
            }
            tamed.append(letter);
            if (letter == '\\' && i + 1 < source.length()) {
                tamed.append(source.charAt(++i));
            }
        }
        return tamed.toString();
    }

    /** The fragment, with nothing in it that the allow-list does not know. */
    public String html() {
        var settings = new Document.OutputSettings().prettyPrint(false);
        return Jsoup.clean(HTML.render(letter), "", ALLOWED, settings).strip();
    }

    /** The same for those who read no HTML, links written out. */
    public String text() {
        return TEXT.render(letter).strip();
    }

    /** Pictures become their descriptions, and links to anything but pages and addresses become their words. */
    private static Node onlyLettersAndLinks(Node letter) {
        letter.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                visitChildren(image);
                dissolve(image);
            }

            @Override
            public void visit(Link link) {
                visitChildren(link);
                if (!TARGET.matcher(link.getDestination()).matches()) {
                    dissolve(link);
                }
            }
        });
        return letter;
    }

    private static void dissolve(Node node) {
        for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
        node.unlink();
    }
}
