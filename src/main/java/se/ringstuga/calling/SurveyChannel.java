package se.ringstuga.calling;

import se.ringstuga.contact.Channel;

/** By which a survey is sent to whoever asked for it in a call (rule 14). */
public enum SurveyChannel {
    SMS(Channel.SMS),
    EMAIL(Channel.EMAIL);

    private final Channel channel;

    SurveyChannel(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }
}
