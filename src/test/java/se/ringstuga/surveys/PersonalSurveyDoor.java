package se.ringstuga.surveys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.OpenToAll;

/** Stands in for the page, which speaks to the same two methods. */
@Path("/test/personal-surveys/{code}")
@RunOnVirtualThread
public class PersonalSurveyDoor {

    @Inject
    PersonalSurveys surveys;

    @GET
    @Transactional
    @OpenToAll
    @Operation(hidden = true)
    public PersonalSurveys.PersonalSurvey open(@PathParam("code") String code) {
        return surveys.open(code);
    }

    @POST
    @Transactional
    @OpenToAll
    @Operation(hidden = true)
    public void answer(@PathParam("code") String code, List<@Nullable AnswerInput> answers) {
        surveys.answer(code, answers);
    }
}
