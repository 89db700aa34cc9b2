package se.ringstuga.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks a register on its way in (AES-256-GCM, packed before). The key lives in the browser that sent the file and in the
 * memory of the instance that reads it, never beside what it opens.
 */
final class UploadKey {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private UploadKey(byte[] key) {
        this.key = key;
    }

    static UploadKey random() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new UploadKey(key);
    }

    /** As a browser sent it; empty for what is no key. */
    static Optional<UploadKey> parse(String text) {
        try {
            byte[] key = Base64.getUrlDecoder().decode(text);
            return key.length == KEY_BYTES ? Optional.of(new UploadKey(key)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** For the browser's cookie, and nowhere else. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    byte[] lock(byte[] open) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(packed(open));
            return ByteBuffer.allocate(NONCE_BYTES + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty when this is another file's key. */
    Optional<byte[]> open(byte[] locked) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(locked, NONCE_BYTES));
            return Optional.of(unpacked(cipher.doFinal(locked, NONCE_BYTES, locked.length - NONCE_BYTES)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What was packed here was as large as the server lets in before, so unpacking it is bounded too. */
    private static byte[] unpacked(byte[] content) {
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return unpacking.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
