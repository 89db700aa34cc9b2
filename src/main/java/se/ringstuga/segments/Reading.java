package se.ringstuga.segments;

import java.util.ArrayList;
import java.util.List;
import se.ringstuga.http.Violation;

/** What is gathered while a filter tree is read: everything that is wrong with it and everything it points to. */
final class Reading {

    static final int MAX_NODES = 100;
    private static final int MAX_VIOLATIONS = 100;

    final List<Violation> violations = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    private int nodes;

    /** The first hundred are enough to mend, and no request makes the answer larger than itself. */
    void wrong(String path, String message) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(Violation.body(path, message));
        }
    }

    void refer(String path, Reference.Kind kind, Object key) {
        references.add(new Reference(path, kind, key));
    }

    /** Counts a node; false when the tree has become too large to read on. */
    boolean enter(String path) {
        nodes++;
        if (nodes == MAX_NODES + 1) {
            wrong(path, "is one filter too many; a tree may have " + MAX_NODES);
        }
        return nodes <= MAX_NODES;
    }
}
