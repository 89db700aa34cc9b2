package se.ringstuga.phonebanks;

/** An evening as it is stored and as it looks right now. */
record Evening(PhoneBank bank, RoomSnapshot now) {}
