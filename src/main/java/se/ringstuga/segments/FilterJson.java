package se.ringstuga.segments;

/** What the API document says of filters; the whole language stands in docs/segments.md. */
public final class FilterJson {

    public static final String DESCRIPTION = """
            A filter tree. Every filter has a `type` and the members of that type, others are refused.
            `all` and `any` {filters}, `not` {filter}; `joined` {withinDays | before, after}; `paidUntil` {before, after};
            `tag` {anyOf | allOf | noneOf}; `organization` {organization}; `personField` {field, operator, value | values};
            `hasPhone`, `hasMobile`, `hasEmail`; `surveyAnswered` {surveyId, includingPartial, withinDays};
            `surveyOption` {surveyId, questionId, optionIds}; `surveyText` {surveyId, questionId, contains};
            `surveyValue` {surveyId, questionId, atLeast, atMost};
            `callHistory` {result: called | reached | notReached, assignmentId, withinDays, atLeast};
            `message` {broadcastId, outcome: delivered | sent | failed | skipped | waiting | unknown | notReached, reasons};
            `messaged` {channel: SMS | EMAIL, withinDays};
            `eventHistory` {result: invited | signedUp | waiting | cancelled | attended | absent, eventId | kindId,
            withinDays | before, after, atLeast}.""";

    public static final String EXAMPLE = """
            {"type":"all","filters":[{"type":"joined","withinDays":60},{"type":"not","filter":{"type":"hasEmail"}}]}""";

    private FilterJson() {}
}
