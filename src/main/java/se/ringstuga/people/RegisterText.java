package se.ringstuga.people;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file's bytes as text: with the encoding given, the one its first bytes name, UTF-8 where it is valid, else Windows-1252. */
final class RegisterText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String SEPARATOR_LINE = "sep=";

    private RegisterText() {}

    static String decode(byte[] file, @Nullable Charset chosen) {
        if (file.length == 0) {
            throw UnreadableRegister.empty();
        }
        String text = Optional.ofNullable(chosen)
                .map(encoding -> new String(file, encoding))
                .orElseGet(() -> detected(file));
        // Every encoding read here has text without NUL; a spreadsheet file or a picture is full of them.
        if (text.indexOf('\0') >= 0) {
            throw UnreadableRegister.binary();
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (content.isBlank()) {
            throw UnreadableRegister.empty();
        }
        return content;
    }

    /** The character that stands most often between the cells of the first line that is not blank. */
    static char separator(String text) {
        if (text.startsWith(SEPARATOR_LINE) && text.length() > SEPARATOR_LINE.length()) {
            return text.charAt(SEPARATOR_LINE.length());
        }
        String candidates = ";,\t|";
        int[] count = new int[candidates.length()];
        boolean quoted = false;
        for (int i = text.length() - text.stripLeading().length(); i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            int candidate = candidates.indexOf(c);
            if (!quoted && candidate >= 0) {
                count[candidate]++;
            }
        }
        int best = 0;
        for (int i = 1; i < count.length; i++) {
            best = count[i] > count[best] ? i : best;
        }
        return candidates.charAt(best);
    }

    /** Without the line "sep=;" that some programs write for a spreadsheet, which does not show it as a row either. */
    static String withoutSeparatorLine(String text) {
        return text.startsWith(SEPARATOR_LINE) ? text.substring(Math.min(text.length(), text.indexOf('\n') + 1)) : text;
    }

    private static String detected(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
            return new String(file, StandardCharsets.UTF_16);
        }
        if (startsWith(file, 'P', 'K', 3, 4) || startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw UnreadableRegister.binary();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(file, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
