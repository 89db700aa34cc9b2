package se.ringstuga.messaging.email;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * The mail server that takes our e-mail over.
 *
 * @param host as its certificate names it
 * @param user who signs in, and with what; empty for a server that asks nobody
 * @param heloName what we call ourselves
 * @param connectTimeout for the connection alone
 * @param timeout for one e-mail from beginning to end, whatever the server does in between
 * @param connections how many may be open at once from this instance
 * @param trusted what TLS is made with; empty for the certificates that the machine trusts
 */
record SmtpServer(
        String host,
        int port,
        Tls tls,
        Optional<User> user,
        String heloName,
        Duration connectTimeout,
        Duration timeout,
        int connections,
        Optional<SSLSocketFactory> trusted) {

    /** How the line is kept from being read. */
    enum Tls {
        /** The server must offer STARTTLS, or nothing is sent. */
        STARTTLS,
        /** From the first byte on. */
        IMPLICIT,
        /** Not at all: for a server on the same machine. */
        NONE
    }

    record User(String name, String password) {
        @Override
        public String toString() {
            return "User[hidden]";
        }
    }

    /** For one connection, over a socket that the caller can close at any time. */
    Properties properties(SocketFactory sockets) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.localhost", heloName);
        properties.put("mail.smtp.connectiontimeout", millis(connectTimeout));
        properties.put("mail.smtp.timeout", millis(timeout));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls == Tls.IMPLICIT));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        trusted.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
