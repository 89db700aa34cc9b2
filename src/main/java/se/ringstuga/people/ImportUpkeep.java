package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.accounts.Forgetting;

/** Forgets files that nobody imported in time, and what people were before imports that nobody undoes any more. */
@ApplicationScoped
class ImportUpkeep implements Forgetting {

    private final Uploads uploads;
    private final ImportUndo undo;

    ImportUpkeep(Uploads uploads, ImportUndo undo) {
        this.uploads = uploads;
        this.undo = undo;
    }

    @Override
    public int forget() {
        return uploads.forgetExpired() + undo.forget();
    }
}
