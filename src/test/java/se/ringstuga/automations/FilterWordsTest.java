package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.http.Language;
import se.ringstuga.segments.FilterReader;

/** Each sentence stands after “om personen”, “tills personen” and “är det så att personen”. */
@QuarkusTest
class FilterWordsTest {

    @Inject
    FilterWords words;

    @Inject
    FilterReader filters;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'hasEmail'} | har en e-postadress | has an email address",
                "{'type':'not','filter':{'type':'hasEmail'}} | inte har en e-postadress | is not somebody who has an email address",
                "{'type':'not','filter':{'type':'not','filter':{'type':'hasEmail'}}} | har en e-postadress | has an email address",
                "{'type':'all','filters':[]} | är vem som helst | is anybody",
                "{'type':'any','filters':[]} | inte är någon | is nobody",
                "{'type':'not','filter':{'type':'all','filters':[]}} | inte är någon | is nobody",
                "{'type':'all','filters':[{'type':'hasEmail'},{'type':'any','filters':[{'type':'hasMobile'},{'type':'hasPhone'}]}]} | har en e-postadress och (har ett mobilnummer eller har ett telefonnummer) | has an email address and (has a mobile number or has a phone number)",
                "{'type':'not','filter':{'type':'any','filters':[{'type':'hasMobile'},{'type':'hasEmail'}]}} | inte har ett mobilnummer och inte har en e-postadress | is not somebody who has a mobile number and is not somebody who has an email address",
                "{'type':'joined','withinDays':1} | blev medlem den senaste dagen | became a member within the last day",
                "{'type':'joined','withinDays':30} | blev medlem de senaste 30 dagarna | became a member within the last 30 days",
                "{'type':'callHistory','result':'reached','withinDays':1} | har pratat med någon av oss i telefon den senaste dagen | has talked with one of us on the phone within the last day",
                "{'type':'not','filter':{'type':'eventHistory','result':'absent'}} | inte uteblev från en aktivitet | is not somebody who stayed away from an activity"
            })
    void aConditionIsOneSentenceInEitherLanguage(String json, String swedish, String english)
            throws JsonProcessingException {
        var filter = filters.stored(new ObjectMapper().readTree(json.replace('\'', '"')));
        assertThat(words.of(filter, Language.SWEDISH)).isEqualTo(swedish);
        assertThat(words.of(filter, Language.ENGLISH)).isEqualTo(english);
    }
}
