package se.ringstuga.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured: printed as {@code name value unit} and written, by name, with every sample beside it. */
public final class Figures {

    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Object> samples = new LinkedHashMap<>();

    public void setting(String name, Object value) {
        settings.put(name, value);
    }

    public void figure(String name, double value, String unit) {
        values.put(name, value);
        figures.put(name, Map.of("value", value, "unit", unit));
        System.out.printf(Locale.ROOT, "%s %s %s%n", name, shortened(value), unit);
    }

    /** As it was measured. */
    double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    public void sample(String name, Object values) {
        samples.put(name, values);
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var all = new LinkedHashMap<String, Object>(values);
        all.put("settings", settings);
        all.put("figures", figures);
        all.put("samples", samples);
        Files.writeString(file, new ObjectMapper().writeValueAsString(all));
    }

    public static double median(List<Double> values) {
        return percentile(values, 0.5);
    }

    /** The nearest-rank percentile of all samples. */
    public static double percentile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    static List<Double> millis(List<Long> micros) {
        return micros.stream().map(m -> m / 1000.0).toList();
    }

    private static String shortened(double value) {
        var whole = Math.abs(value) >= 100 || value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.3f", value);
    }
}
