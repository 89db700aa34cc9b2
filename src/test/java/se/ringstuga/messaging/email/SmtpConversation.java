package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** One connection to the {@link FailingSmtp}. */
final class SmtpConversation {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*<([^>]*)>");

    private final FailingSmtp server;
    private final int number;
    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private String from = "";
    private String to = "";
    private SmtpFate fate = SmtpFate.ACCEPTED;

    SmtpConversation(FailingSmtp server, Socket socket, int number) throws IOException {
        this.server = server;
        this.number = number;
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        this.out = socket.getOutputStream();
    }

    void hold() throws IOException {
        boolean busy = server.fate("") == SmtpFate.BUSY;
        say(busy ? "421 4.3.2 not now" : "220 failing.example ESMTP");
        for (var line = in.readLine(); line != null && !busy; line = in.readLine()) {
            if (!answer(line)) {
                return;
            }
        }
    }

    /** False ends the conversation without a word. */
    private boolean answer(String line) throws IOException {
        var command = line.replaceAll("[ :].*", "").toUpperCase(Locale.ROOT);
        switch (command) {
            case "EHLO", "HELO" ->
                say(
                        server.tls().isPresent() && !(socket instanceof SSLSocket)
                                ? "250-failing.example\r\n250-ENHANCEDSTATUSCODES\r\n250 STARTTLS"
                                : "250-failing.example\r\n250 ENHANCEDSTATUSCODES");
            case "STARTTLS" -> encrypt();
            case "MAIL" -> {
                from = address(line);
                say("250 2.1.0 ok");
            }
            case "RCPT" -> {
                to = address(line);
                fate = server.fate(to);
                return noted(this::recipient);
            }
            case "DATA" -> {
                say("354 go ahead");
                return noted(this::content);
            }
            case "QUIT" -> {
                say("221 2.0.0 bye");
                return false;
            }
            default -> say("250 2.0.0 ok");
        }
        return true;
    }

    private interface Part {
        boolean play() throws IOException;
    }

    private boolean noted(Part part) throws IOException {
        server.note("begun", to, number);
        try {
            return part.play();
        } finally {
            server.note("ended", to, number);
        }
    }

    private boolean recipient() throws IOException {
        if (fate == SmtpFate.SENDER_REFUSED || fate == SmtpFate.RECIPIENT_REFUSED) {
            server.note("refused", to, number);
        }
        switch (fate) {
            case BUSY -> {
                say("421 4.3.2 not now");
                return false;
            }
            case SENDER_REFUSED -> say("550 5.1.8 sender unknown");
            case RECIPIENT_REFUSED -> say("550 5.1.1 nobody here is called " + to);
            case RECIPIENT_PUT_OFF -> say("450 4.2.0 greylisted");
            case LOST_AT_THE_RECIPIENT -> {
                return false;
            }
            case DRIPPING_AT_THE_RECIPIENT -> {
                for (int i = 0; i < 20; i++) {
                    say("250-still looking");
                    server.beSilentFor(10);
                }
                return false;
            }
            case SILENT_AT_THE_RECIPIENT -> {
                server.beSilent();
                return false;
            }
            default -> say("250 2.1.5 ok");
        }
        return true;
    }

    private boolean content() throws IOException {
        var content = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null || fate == SmtpFate.LOST_WITHIN_THE_CONTENT) {
                return false;
            }
            content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return end(content.toString());
    }

    private boolean end(String content) throws IOException {
        server.look();
        if (fate == SmtpFate.CONTENT_REFUSED) {
            server.note("refused", to, number);
        }
        if (fate == SmtpFate.ACCEPTED_SLOWLY) {
            server.beSilentFor(10);
        } else if (fate == SmtpFate.ACCEPTED_TOO_LATE) {
            server.beSilent();
        }
        if (fate.isAccepted()) {
            var id = MESSAGE_ID.matcher(content);
            server.accept(new FailingSmtp.Accepted(from, to, id.find() ? id.group(1) : "", content));
        }
        switch (fate) {
            case CONTENT_REFUSED -> say("554 5.7.1 looks like spam");
            case CONTENT_PUT_OFF -> say("451 4.3.0 try again");
            case RIDDLE -> say("3x0 hm");
            case LOST_AT_THE_END, ACCEPTED_AND_LOST -> {
                return false;
            }
            case ACCEPTED_AND_SILENT -> {
                server.beSilent();
                return false;
            }
            default -> say("250 2.0.0 taken");
        }
        return true;
    }

    private void encrypt() throws IOException {
        say("220 2.0.0 go ahead");
        var factory = server.tls().orElseThrow().getSocketFactory();
        var secure = (SSLSocket) factory.createSocket(socket, null, socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        socket = secure;
        in = new BufferedReader(new InputStreamReader(secure.getInputStream(), ISO_8859_1));
        out = secure.getOutputStream();
    }

    private void say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    private static String address(String line) {
        return line.replaceAll("(?s).*<|>.*", "");
    }
}
