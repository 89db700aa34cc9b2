package se.ringstuga.surveys;

import se.ringstuga.http.Problem;

/** 403: answers with names leave the product through administrators only. */
final class ExportNotAllowed extends Problem {

    ExportNotAllowed() {
        super(
                403,
                "administrators-only",
                "Only for administrators",
                "The file has names beside answers. Ask an administrator to export it, or use the counts.");
    }
}
