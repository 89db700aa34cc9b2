package se.ringstuga.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Broken constraints with the field's name as the client wrote it: no method, no parameter before it. */
final class ConstraintMistake {

    private ConstraintMistake() {}

    static Problem of(ConstraintViolationException mistake, @Nullable Method method) {
        var violations = mistake.getConstraintViolations();
        if (violations.stream().anyMatch(ConstraintMistake::ours)) {
            return new Unexpected(mistake);
        }
        return new InvalidInput(violations.stream()
                .map(violation -> violation(violation, method))
                .sorted(Comparator.comparing(Violation::field))
                .toList());
    }

    /** An answer that breaks its own promise is the server's fault. */
    private static boolean ours(ConstraintViolation<?> violation) {
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static Violation violation(ConstraintViolation<?> violation, @Nullable Method method) {
        var field = new StringBuilder();
        var in = "body";
        var parameterName = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER && method != null) {
                var index = node.as(Path.ParameterNode.class).getParameterIndex();
                in = in(method.getParameters()[index]);
                parameterName = in.equals("body") ? "body" : node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                append(field, node);
            }
        }
        return new Violation(field.isEmpty() ? parameterName : field.toString(), in, violation.getMessage());
    }

    private static void append(StringBuilder field, Path.Node node) {
        if (node.isInIterable() && node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    private static String in(Parameter parameter) {
        if (any(parameter, QueryParam.class, RestQuery.class, BeanParam.class)) {
            return "query";
        } else if (any(parameter, PathParam.class, RestPath.class)) {
            return "path";
        } else if (any(parameter, HeaderParam.class, RestHeader.class)) {
            return "header";
        }
        return any(parameter, FormParam.class, RestForm.class) ? "form" : "body";
    }

    @SafeVarargs
    private static boolean any(Parameter parameter, Class<? extends Annotation>... kinds) {
        for (var kind : kinds) {
            if (parameter.isAnnotationPresent(kind)) {
                return true;
            }
        }
        return false;
    }
}
