package se.ringstuga.accounts;

/** Whoever keeps something for a time only forgets it here; asked hourly by {@link Upkeep}, on one instance at a time. */
public interface Forgetting {

    /**
     * Forgets what has had its time.
     *
     * @return how much went
     */
    int forget();
}
