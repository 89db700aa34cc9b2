package se.ringstuga.messaging.email;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;

/** In plain text a link is its words and then its address, or the address alone where that is what the words say. */
final class WrittenOutLinks implements NodeRenderer {

    private final TextContentNodeRendererContext context;

    WrittenOutLinks(TextContentNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class);
    }

    @Override
    public void render(Node node) {
        var link = (Link) node;
        var address = withoutScheme(link.getDestination());
        if (link.getFirstChild() instanceof Text words
                && words.getNext() == null
                && withoutScheme(words.getLiteral()).equals(address)) {
            context.getWriter().write(address);
            return;
        }
        for (var child = link.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        context.getWriter().write(" (" + address + ")");
    }

    /** People write addresses without it. */
    private static String withoutScheme(String address) {
        return address.replaceFirst("(?i)^mailto:", "");
    }
}
