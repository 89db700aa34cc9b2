package se.ringstuga.demo;

/** Numbers set aside for fiction by the Swedish Post and Telecom Authority, each given once: they never reach anybody. */
final class FictionalNumbers {

    private static final int FIRST_MOBILE = 5;
    private static final int SERIES = 100;

    private int mobile = FIRST_MOBILE;
    private int landline;

    boolean mobileLeft() {
        return mobile < SERIES;
    }

    String mobile() {
        if (!mobileLeft()) {
            throw new IllegalStateException("the fictional mobile numbers are used up");
        }
        return "070-174 06 %02d".formatted(mobile++);
    }

    String landline() {
        var number = landline++;
        return switch (number / SERIES) {
            case 0 -> "08-465 004 %02d".formatted(number % SERIES);
            case 1 -> "031-390 06 %02d".formatted(number % SERIES);
            case 2 -> "040-628 04 %02d".formatted(number % SERIES);
            default -> throw new IllegalStateException("the fictional landline numbers are used up");
        };
    }
}
