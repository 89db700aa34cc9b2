package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears what events tell other features. */
@ApplicationScoped
class Witness {

    private final List<Record> heard = new CopyOnWriteArrayList<>();

    void on(@Observes EventPublished news) {
        heard.add(news);
    }

    void on(@Observes EventMoved news) {
        heard.add(news);
    }

    void on(@Observes EventChanged news) {
        heard.add(news);
    }

    void on(@Observes EventCancelled news) {
        heard.add(news);
    }

    void on(@Observes SignUpChanged news) {
        heard.add(news);
    }

    void on(@Observes AttendanceConfirmed news) {
        heard.add(news);
    }

    <T extends Record> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void forget() {
        heard.clear();
    }
}
