package se.ringstuga.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.ringstuga.http.PublicUrl;

/** Fills an empty database on the first start with {@code RINGSTUGA_DEMO=true}; each such start tells who may come in. */
@ApplicationScoped
class Demonstration {

    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

    private final DemoOrganizations organizations;
    private final DemoPeople people;
    private final DemoCampaign campaign;
    private final DemoEvenings evenings;
    private final PublicUrl url;

    Demonstration(
            DemoOrganizations organizations,
            DemoPeople people,
            DemoCampaign campaign,
            DemoEvenings evenings,
            PublicUrl url) {
        this.organizations = organizations;
        this.people = people;
        this.campaign = campaign;
        this.evenings = evenings;
        this.url = url;
    }

    @ActivateRequestContext
    void start(
            @Observes @Priority(LAST) StartupEvent event,
            @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "ringstuga.data-dir") String directory) {
        if (demo) {
            System.out.println(run(Path.of(directory)));
        }
    }

    /**
     * Makes the demonstration unless it is there; one whose making was interrupted is completed.
     *
     * @return who may come in and how
     * @throws IllegalStateException where the database holds something else: in a demonstration everybody signs in
     *     without a second factor, which must never come over a real register by an accident of the environment
     */
    String run(Path directory) {
        if (QuarkusTransaction.requiringNew().call(organizations::nothingIsThereYet)) {
            QuarkusTransaction.requiringNew().run(() -> fill(directory));
        } else if (!QuarkusTransaction.requiringNew().call(organizations::isDemo)) {
            throw new IllegalStateException("RINGSTUGA_DEMO=true, but " + directory
                    + " holds an installation that is no demonstration. Unset it, or name another RINGSTUGA_DATA_DIR.");
        }
        if (QuarkusTransaction.requiringNew().call(organizations::isUnfinished)) {
            complete();
        }
        return DemoSignIns.read(directory, url)
                .orElse("demo-sign-ins.txt is gone from " + directory + "; to begin anew, remove that directory.");
    }

    /** The file is written before the data is committed: sign-ins without data are replaced by the next start. */
    void fill(Path directory) {
        var staff = organizations.make();
        var places = organizations.places();
        people.make(places);
        new DemoSignIns(url.of("/sign-in"), staff, campaign.make(places)).write(directory);
    }

    /** The calls are made one by one, as claims are; all that follows from them becomes true at once. */
    private void complete() {
        var places = QuarkusTransaction.requiringNew().call(organizations::places);
        var planned = QuarkusTransaction.requiringNew().call(() -> campaign.standing(places));
        evenings.make(places, planned);
        QuarkusTransaction.requiringNew().run(() -> {
            evenings.moveBack(places, planned);
            people.renew(places);
            organizations.finish();
        });
    }
}
