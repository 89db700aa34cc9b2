package se.ringstuga.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The addresses of {@code every-page.txt}, and what the product's resources have of pages. */
final class EveryPage {

    private static final String NO_PAGE = "- ";
    private static final Pattern REFUSED = Pattern.compile("(4\\d\\d) (.*)");
    private static final Pattern NAME = Pattern.compile("\\$(\\w+)");

    private EveryPage() {}

    /**
     * What is opened.
     *
     * @param status that it answers
     */
    record Address(int status, String path) {

        static Address of(String line) {
            var refused = REFUSED.matcher(line);
            return refused.matches()
                    ? new Address(Integer.parseInt(refused.group(1)), refused.group(2))
                    : new Address(200, line);
        }
    }

    /** Those to open, with the names in them replaced. */
    static List<Address> addresses(Map<String, String> names) {
        return lines().stream()
                .filter(line -> !line.startsWith(NO_PAGE))
                .map(line -> NAME.matcher(line)
                        .replaceAll(name -> Objects.requireNonNull(names.get(name.group(1)), name.group())))
                .map(Address::of)
                .toList();
    }

    /** Paths of resources that answer with a page and that no line of the list would open. */
    static Set<String> missing() {
        var paths = paths();
        var opened = lines().stream()
                .map(line -> line.startsWith(NO_PAGE)
                        ? line.substring(NO_PAGE.length(), line.indexOf(" - ", NO_PAGE.length()))
                        : opened(line))
                .map(address -> answering(address, paths))
                .collect(Collectors.toSet());
        return paths.stream().filter(Predicate.not(opened::contains)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String opened(String line) {
        return Address.of(line).path().replaceAll("[?].*", "");
    }

    /** Of two that fit, the one with fewer parameters answers. */
    private static String answering(String address, Set<String> paths) {
        return paths.stream()
                .filter(path ->
                        path.equals(address) || fits(path).matcher(address).matches())
                .min(Comparator.comparingInt(path -> path.equals(address) ? 0 : path.split("\\{", -1).length))
                .orElse("");
    }

    private static Pattern fits(String path) {
        return Pattern.compile(path.replaceAll("\\{\\w+: ([^}]+)}", "$1").replaceAll("\\{\\w+}", "[^/]+"));
    }

    private static List<String> lines() {
        try (var list = EveryPage.class.getResourceAsStream("/every-page.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Set<String> paths() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("se.ringstuga").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(GET.class) && isPage(method))
                        .map(EveryPage::path)
                        .filter(path -> !path.startsWith("/api/"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Pages are the rule outside of the API: what says nothing of its type is one. */
    private static boolean isPage(JavaMethod method) {
        return method.isAnnotatedWith(Produces.class)
                ? saysHtml(method)
                : !method.getOwner().isAnnotatedWith(Produces.class) || saysHtml(method.getOwner());
    }

    private static boolean saysHtml(CanBeAnnotated said) {
        var produces = annotation(said, Produces.class);
        return Arrays.asList(produces.value()).contains(MediaType.TEXT_HTML);
    }

    private static <A extends java.lang.annotation.Annotation> A annotation(CanBeAnnotated said, Class<A> type) {
        return said instanceof JavaMethod method
                ? method.getAnnotationOfType(type)
                : ((com.tngtech.archunit.core.domain.JavaClass) said).getAnnotationOfType(type);
    }

    private static String path(JavaMethod method) {
        var above = method.getOwner()
                .tryGetAnnotationOfType(Path.class)
                .map(Path::value)
                .orElse("");
        var below = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        var path = ("/" + above + "/" + below).replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
