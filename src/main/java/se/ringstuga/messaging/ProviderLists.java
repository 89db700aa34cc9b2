package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.sms.Listing;

/** Reads what a provider keeps, page after page, for as long as this database may act. */
@ApplicationScoped
class ProviderLists {

    private static final Logger LOG = Logger.getLogger(ProviderLists.class);

    private final Fence fence;

    ProviderLists(Fence fence) {
        this.fence = fence;
    }

    /**
     * Gives each page to {@code reader}, until there is none or there were {@code most}.
     *
     * @return false when it could not be read to its end: then nothing is concluded from what is missing
     */
    <T> boolean read(
            Listing<T> first, Function<Listing.Next, Listing<T>> following, int most, Consumer<List<T>> reader) {
        var listing = first;
        for (var pages = 1; ; pages++) {
            switch (listing) {
                case Listing.Unavailable(String why) -> {
                    LOG.infof("What the provider keeps could not be read this time: %s", why);
                    return false;
                }
                case Listing.Page(var listed, var next) -> {
                    reader.accept(listed);
                    if (next.isEmpty() || pages >= most || !fence.mayAct()) {
                        return next.isEmpty();
                    }
                    listing = following.apply(next.get());
                }
            }
        }
    }
}
