package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;

/** Forgets files that nobody imported in time, and what people were before imports that nobody undoes any more. */
@ApplicationScoped
public class ImportUpkeep {

    private final Uploads uploads;
    private final ImportUndo undo;

    ImportUpkeep(Uploads uploads, ImportUndo undo) {
        this.uploads = uploads;
        this.undo = undo;
    }

    /**
     * Run by a job, hourly.
     *
     * @return how much went
     */
    public int forget() {
        return uploads.forgetExpired() + undo.forget();
    }
}
