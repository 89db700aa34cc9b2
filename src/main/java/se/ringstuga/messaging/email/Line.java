package se.ringstuga.messaging.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The line of one connection. A time-out of the socket begins anew with every byte that a slow server lets fall; only
 * whoever holds the socket can end the whole.
 */
final class Line extends SocketFactory {

    private volatile @Nullable Socket socket;
    private volatile boolean cut;

    @Override
    public Socket createSocket() {
        var made = new Socket();
        socket = made;
        return made;
    }

    /** Ends the connection whatever it is in the middle of; from any thread. */
    void cut() {
        cut = true;
        var held = socket;
        if (held != null) {
            try {
                held.close();
            } catch (IOException _) {
                // A socket that cannot be closed is closed.
            }
        }
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
