package se.ringstuga.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands in front of several instances: each connection goes to the next of them that answers, and breaks when it
 * dies. A provider knows this address alone.
 */
final class Front implements AutoCloseable {

    private static final int CONNECTING_MILLIS = 500;

    private final ServerSocket server;
    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();

    Front(List<Integer> ports) throws IOException {
        this.ports = List.copyOf(ports);
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                Thread.startVirtualThread(() -> join(caller));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void join(Socket caller) {
        try (caller;
                var instance = connected()) {
            var there = Thread.startVirtualThread(() -> pour(caller, instance));
            pour(instance, caller);
            there.join();
        } catch (IOException _) {
            // Nobody is up: the caller finds the line closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connected() throws IOException {
        var first = turn.getAndIncrement();
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(Math.floorMod(first + i, ports.size()));
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECTING_MILLIS);
                return socket;
            } catch (IOException _) {
                socket.close();
            }
        }
        throw new IOException("no instance answers");
    }

    /** Until one of them is through; then both lines are. */
    private static void pour(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One side has gone.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
