package se.ringstuga.messaging;

import java.time.Clock;
import java.util.Set;
import se.ringstuga.contact.Channel;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.sms.SmsGateways;

/** For tests of installations that have somebody for some channels, or for none. */
class CarriesOnly extends Carriers {

    private final Set<Channel> carried;

    CarriesOnly(SmsGateways sms, EmailGateways email, Clock clock, Channel... carried) {
        super(sms, email, clock);
        this.carried = Set.of(carried);
    }

    @Override
    boolean carries(Channel channel) {
        return carried.contains(channel);
    }
}
