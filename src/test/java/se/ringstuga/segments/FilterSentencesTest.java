package se.ringstuga.segments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.http.Language;
import se.ringstuga.surveys.Members;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class FilterSentencesTest extends ApiTest {

    @Inject
    FilterWords words;

    @Inject
    FilterReader filters;

    @Inject
    Members members;

    @Inject
    ObjectMapper json;

    private long tag;
    private long survey;
    private long question;
    private long[] options;

    @BeforeEach
    void aTagAndASurvey() {
        tag = members.newTag(a.organization("solna"), "Ringare");
        var made = as(a.token("solna")).body("""
                        {"title": "Medlemsenkäten", "questions": [{"text": "Vad vill du göra?", "type": "MULTIPLE_CHOICE",
                         "options": ["Ringa", "Baka"]}, {"text": "Vill du hjälpa till?", "type": "YES_NO"}]}""").post(in("solna", "/surveys")).jsonPath();
        survey = made.getLong("id");
        question = made.getLong("questions[1].id");
        options = Stream.of(0, 1)
                .mapToLong(i -> made.getLong("questions[0].options[" + i + "].id"))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'all','filters':[{'type':'joined','withinDays':60},{'type':'not','filter':{'type':'surveyAnswered','surveyId':SURVEY}}]}"
                        + "|har gått med de senaste 60 dagarna och inte har svarat på ”Medlemsenkäten”"
                        + "|joined within the last 60 days and has not answered “Medlemsenkäten”",
                "{'type':'all','filters':[{'type':'hasPhone'},{'type':'any','filters':[{'type':'hasEmail'},{'type':'tag','noneOf':[TAG]}]}]}"
                        + "|har ett telefonnummer och (har en e-postadress eller inte har etiketten ”Ringare”)"
                        + "|has a phone number and (has an email address or does not have the tag “Ringare”)",
                "{'type':'not','filter':{'type':'any','filters':[{'type':'hasPhone'},{'type':'hasEmail'}]}}"
                        + "|saknar telefonnummer och saknar e-postadress|has no phone number and has no email address",
                "{'type':'not','filter':{'type':'all','filters':[{'type':'hasPhone'},{'type':'any','filters':[{'type':'hasMobile'},{'type':'hasEmail'}]}]}}"
                        + "|saknar telefonnummer eller (saknar mobilnummer och saknar e-postadress)"
                        + "|has no phone number or (has no mobile number and has no email address)",
                "{'type':'surveyOption','optionIds':[FIRST,SECOND]}|har svarat ”Ringa” eller ”Baka”|has answered “Ringa” or “Baka”",
                "{'type':'surveyValue','questionId':QUESTION,'atLeast':1,'atMost':1}"
                        + "|har svarat ja på ”Vill du hjälpa till?”|has answered yes to “Vill du hjälpa till?”",
                "{'type':'surveyValue','questionId':QUESTION,'atLeast':4}"
                        + "|har svarat minst 4 på ”Vill du hjälpa till?”|has answered at least 4 to “Vill du hjälpa till?”",
                "{'type':'personField','field':'city','operator':'in','values':['Solna','Nacka']}"
                        + "|har ort som är Solna eller Nacka|has a town that is Solna or Nacka",
                "{'type':'paidUntil','before':'2027-01-01'}|har betalt till ett datum före 1 januari 2027"
                        + "|has paid until a date before 1 January 2027",
                "{'type':'callHistory','result':'notReached','withinDays':30,'atLeast':3}"
                        + "|har blivit uppringd minst 3 gånger utan att nås de senaste 30 dagarna"
                        + "|has been called at least 3 times without being reached within the last 30 days",
                "{'type':'messaged','channel':'EMAIL','withinDays':0}|har fått ett e-brev av oss i dag|has got an email from us today",
                "{'type':'eventHistory','result':'attended','withinDays':365,'atLeast':3}"
                        + "|har varit med på en aktivitet minst 3 gånger de senaste 365 dagarna"
                        + "|has been to an activity at least 3 times within the last 365 days",
                "{'type':'not','filter':{'type':'organization','organization':'solna'}}|inte hör till solna|does not belong to solna"
            })
    void aFilterIsReadInPlainWords(String filter, String swedish, String english) throws JsonProcessingException {
        assertThat(words.of(filter(filter), Language.SWEDISH)).isEqualTo(swedish);
        assertThat(words.of(filter(filter), Language.ENGLISH)).isEqualTo(english);
    }

    @Test
    void whatIsGoneHasNoNameAnyMore() throws JsonProcessingException {
        var gone = FilterSyntax.parse(json.readTree("{\"type\":\"tag\",\"anyOf\":[0]}"), "filter")
                .filter();

        assertThat(words.of(gone, Language.SWEDISH)).isEqualTo("har etiketten ”?”");
    }

    private Filter filter(String text) throws JsonProcessingException {
        return filters.stored(json.readTree(text.replace('\'', '"')
                .replace("SURVEY", String.valueOf(survey))
                .replace("TAG", String.valueOf(tag))
                .replace("QUESTION", String.valueOf(question))
                .replace("FIRST", String.valueOf(options[0]))
                .replace("SECOND", String.valueOf(options[1]))));
    }
}
