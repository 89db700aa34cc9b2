package se.ringstuga.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.http.PageForm;

/**
 * Which header of a file is what, as somebody chose it in the form {@code c0, c1, …}.
 *
 * @param columns as in the API, {@code field:header}
 * @param twice places of the headers that were given a meaning which another one has already
 */
record ChosenColumns(List<String> columns, List<Integer> twice) {

    static ChosenColumns read(PageForm form, List<UploadReport.Column> headers) {
        Map<RegisterColumn, List<Integer>> chosen = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            int place = i;
            String field = headers.get(i).usable()
                    ? form.value("c" + i)
                    : headers.get(i).field();
            RegisterColumn.ofField(field)
                    .ifPresent(column -> chosen.computeIfAbsent(column, _ -> new ArrayList<>())
                            .add(place));
        }
        List<String> columns = new ArrayList<>();
        List<Integer> twice = new ArrayList<>();
        for (RegisterColumn column : RegisterColumn.values()) {
            List<Integer> places = chosen.getOrDefault(column, List.of());
            if (places.isEmpty()) {
                columns.add(column.field() + ":");
            } else if (places.size() == 1 && headers.get(places.getFirst()).usable()) {
                columns.add(
                        column.field() + ":" + headers.get(places.getFirst()).name());
            } else if (!places.stream().allMatch(place -> isDetected(headers.get(place), column))) {
                twice.addAll(places.subList(1, places.size()));
            }
        }
        return new ChosenColumns(List.copyOf(columns), List.copyOf(twice));
    }

    /** Several telephone columns are read as such by themselves. */
    private static boolean isDetected(UploadReport.Column header, RegisterColumn column) {
        return RegisterColumn.ofHeader(header.name()).filter(column::equals).isPresent()
                && (column == RegisterColumn.PHONE || header.field().equals(column.field()));
    }
}
