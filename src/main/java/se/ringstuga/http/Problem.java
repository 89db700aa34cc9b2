package se.ringstuga.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal that its reader can act on. Features subclass it with a named exception; {@link ProblemMapper} writes it as
 * {@code application/problem+json} with the type {@code https://ringstuga.se/problems/<type>}.
 */
public abstract class Problem extends RuntimeException {

    private final int status;
    private final String type;
    private final String title;
    private final Map<String, Object> members = new LinkedHashMap<>();

    /**
     * @param type a stable slug that tools may compare with, such as {@code queue-empty}
     * @param title the same sentence for every problem of the type
     * @param detail what is wrong this time, and the mend; shown to people, never a class name or SQL
     */
    protected Problem(int status, String type, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    /** Adds a member of the answer's body, for example the current state at a conflict. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
