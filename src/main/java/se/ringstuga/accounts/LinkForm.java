package se.ringstuga.accounts;

import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestForm;

/** What is typed behind a link; which fields there are depends on the link. */
record LinkForm(
        @RestForm @DefaultValue("") String organization,
        @RestForm @DefaultValue("") String slug,
        @RestForm @DefaultValue("") String name,
        @RestForm @DefaultValue("") String email,
        @RestForm @DefaultValue("") String password,
        @RestForm @DefaultValue("") String code) {

    static LinkForm of(Links.Link link) {
        return new LinkForm("", "", link.name(), link.email(), "", "");
    }
}
