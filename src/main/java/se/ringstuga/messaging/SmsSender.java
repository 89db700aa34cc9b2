package se.ringstuga.messaging;

/**
 * What an SMS comes from.
 *
 * @param address a number in E.164, which can be answered, or up to eleven letters and digits, which cannot
 * @param perSecond how many messages it may send a second, over all instances
 * @param chosen whether its organization chose it for whoever names none
 */
record SmsSender(long id, long organizationId, String address, double perSecond, boolean chosen) {

    boolean canBeAnswered() {
        return address.startsWith("+");
    }
}
