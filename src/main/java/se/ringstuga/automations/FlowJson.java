package se.ringstuga.automations;

/** What the API's document says of definitions; the whole language stands in docs/automations.md. */
final class FlowJson {

    static final String DESCRIPTION = """
            `trigger`, `who` (a segment filter), `steps`, and for the trigger `joined` also `moved` (steps for those who moved here).
            Triggers: `joined` {withinDays}, `tagged` {tagId}, `answered` {surveyId, optionIds, includingPartial}, `attended` {kindId},
            `notReached` {calls, assignmentId}, `nothingHeard` {days}, `date` {field: joinedOn | paidUntil | answer, questionId, days}.
            Steps have a `key` (made where it is missing) and a `type`: `wait` {days | hours | minutes}, `waitUntil` {from, to},
            `waitFor` {filter, atMost | untilDay, happened, timedOut}, `branch` {filter, then, otherwise},
            `sms` {text, purpose, survey, withinHours}, `email` and `message` {subject, text, purpose, survey, withinHours},
            `call` {title | assignmentId}, `tag` and `untag` {tagId}, `invite` {kind | kindId, days, subject, text, purpose, withinHours},
            `tell` {text}, `webhook`. Other members are refused.""";

    static final String EXAMPLE = """
            {"trigger":{"type":"joined","withinDays":30},"steps":[{"type":"sms","purpose":"welcome","text":"Hej {förnamn|du}!"},\
            {"type":"wait","days":2},{"type":"call","title":"Nya medlemmar"}]}""";

    private FlowJson() {}
}
