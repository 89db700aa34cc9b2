package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Locks what must be stored but not be readable in a copy of the database: AES-256-GCM with the installation's key. */
@ApplicationScoped
public class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstallationKey key;

    Vault(InstallationKey key) {
        this.key = key;
    }

    public byte[] lock(byte[] open) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var locked = run(Cipher.ENCRYPT_MODE, nonce, open);
        return ByteBuffer.allocate(NONCE_BYTES + locked.length)
                .put(nonce)
                .put(locked)
                .array();
    }

    public byte[] open(byte[] locked) {
        var nonce = Arrays.copyOf(locked, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(locked, NONCE_BYTES, locked.length));
    }

    private byte[] run(int mode, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key.derive("vault"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalStateException("cannot be opened with this installation's key", notOurs);
        }
    }
}
