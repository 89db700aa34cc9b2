package se.ringstuga.messaging;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import se.ringstuga.fence.Fence;

/** Listens for what other instances, and this one, put in line, so that nobody waits for the dispatcher's next look. */
@ApplicationScoped
class LaneNews {

    private static final Logger LOG = Logger.getLogger(LaneNews.class);
    private static final int LISTEN_MILLIS = 1000;

    private final AgroalDataSource dataSource;
    private final Dispatcher dispatcher;
    private final Fence fence;
    private final MessagingConfig config;
    private final Loops loops;
    private final Loop loop = new Loop("lane-news", this::listen);

    LaneNews(AgroalDataSource dataSource, Dispatcher dispatcher, Fence fence, MessagingConfig config, Loops loops) {
        this.dataSource = dataSource;
        this.dispatcher = dispatcher;
        this.fence = fence;
        this.config = config;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        if (config.loop()) {
            loops.begin(loop);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.end();
    }

    private void listen() throws InterruptedException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen " + Lanes.NEWS);
            statement.execute("listen " + Fence.NEWS);
            hear(connection.unwrap(PGConnection.class));
            statement.execute("unlisten *");
        } catch (SQLException | RuntimeException lost) {
            LOG.debug("The line to the database was lost; the dispatcher looks each second meanwhile", lost);
            TimeUnit.MILLISECONDS.sleep(LISTEN_MILLIS);
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (loop.isToRun()) {
            loop.turned();
            var news = connection.getNotifications(LISTEN_MILLIS);
            if (Arrays.stream(news).anyMatch(one -> one.getName().equals(Fence.NEWS))) {
                fence.look();
            }
            if (news.length > 0) {
                dispatcher.wake();
            }
        }
    }
}
