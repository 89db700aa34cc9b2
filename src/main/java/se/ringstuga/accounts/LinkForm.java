package se.ringstuga.accounts;

import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;

/** What is typed behind a link; which fields there are depends on the link. What is not sent at all is empty. */
record LinkForm(
        @RestForm String organization,
        @RestForm String slug,
        @RestForm String name,
        @RestForm String email,
        @RestForm String password,
        @RestForm String code) {

    LinkForm {
        organization = Objects.requireNonNullElse(organization, "");
        slug = Objects.requireNonNullElse(slug, "");
        name = Objects.requireNonNullElse(name, "");
        email = Objects.requireNonNullElse(email, "");
        password = Objects.requireNonNullElse(password, "");
        code = Objects.requireNonNullElse(code, "");
    }

    static LinkForm of(Links.Link link) {
        return new LinkForm("", "", link.name(), link.email(), "", "");
    }
}
