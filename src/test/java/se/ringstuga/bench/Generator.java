package se.ringstuga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;

/** The load generator's process, seen from the bench. */
final class Generator implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final PrintStream jobs;
    private final BufferedReader results;

    private Generator(Process process) {
        this.process = process;
        this.jobs = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.results = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static Generator start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), LoadGenerator.class.getName());
        return new Generator(
                command.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** @throws RequestsFailed when any did: what is left out of a measurement must not make it look better */
    LoadGenerator.Result run(LoadGenerator.Job job) throws IOException {
        jobs.println(JSON.writeValueAsString(job));
        var line = results.readLine();
        if (line == null) {
            throw new IOException("the load generator ended in the middle of a job");
        }
        var result = JSON.readValue(line, LoadGenerator.Result.class);
        if (result.failures() > 0) {
            throw new RequestsFailed(result);
        }
        return result;
    }

    @Override
    public void close() {
        jobs.close();
        process.destroy();
    }
}
