package se.ringstuga.fence;

/** What is not as it was when this database was last known to be the one that acts. */
public enum HoldReason {
    /** Its rows were written anew: a dump was read in. */
    RESTORED,
    /** The row that says where it was is missing, as in a dump that is still being read in. */
    WITHOUT_FENCE,
    /** It knows less than was seen of it before: older files were put back in their place. */
    OLDER,
    /** Another PostgreSQL cluster. */
    OTHER_CLUSTER,
    /** The cluster was recovered to a point in time, or a standby took over. */
    OTHER_TIMELINE,
    /** Another database of the cluster. */
    OTHER_DATABASE,
    /** The application is reached at another address. */
    OTHER_ADDRESS,
    /** The embedded database lies in another directory. */
    OTHER_DIRECTORY,
    OTHER_MACHINE
}
