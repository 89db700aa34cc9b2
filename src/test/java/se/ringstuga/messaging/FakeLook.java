package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A feature that looks at the messages with the source TEST, as long as a test wants it to. */
@ApplicationScoped
class FakeLook implements LastLook {

    static final TemplateField PLACE = TemplateField.ofOrganization("fake_place", "testplats");

    private final Map<Long, Verdict> verdicts = new HashMap<>();
    private final List<List<Long>> asked = new ArrayList<>();
    private boolean looks;

    void begin() {
        verdicts.clear();
        asked.clear();
        looks = true;
    }

    void end() {
        looks = false;
    }

    void says(long sourceId, Verdict verdict) {
        verdicts.put(sourceId, verdict);
    }

    /** The ids of each call. */
    List<List<Long>> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Set<String> sources() {
        return looks ? Set.of("TEST") : Set.of();
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(PLACE);
    }

    @Override
    public Map<Long, Verdict> look(String source, List<Long> sourceIds, Instant now) {
        asked.add(sourceIds);
        return Map.copyOf(verdicts);
    }
}
