package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ten codes on a paper for the day the telephone is lost; each opens once. */
@ApplicationScoped
class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;

    RecoveryCodes(EntityManager entities) {
        this.entities = entities;
    }

    /** Replaces all codes; they are shown now and never again. */
    List<String> renew(long staffId) {
        entities.createNativeQuery("delete from recovery_code where staff_id = :staff")
                .setParameter("staff", staffId)
                .executeUpdate();
        var codes = Stream.generate(RecoveryCodes::draw).limit(COUNT).toList();
        entities.createNativeQuery("""
                        insert into recovery_code (staff_id, code_hash)
                        select :staff, code from unnest(cast(:codes as bytea[])) code""")
                .setParameter("staff", staffId)
                .setParameter("codes", codes.stream().map(RecoveryCodes::hash).toArray(byte[][]::new))
                .executeUpdate();
        return codes;
    }

    /** Uses a code up; false when it is none or was used before. */
    boolean use(long staffId, String code, Instant now) {
        return entities.createNativeQuery("""
                        update recovery_code set used_at = :now
                        where staff_id = :staff and code_hash = :hash and used_at is null""")
                        .setParameter("now", now)
                        .setParameter("staff", staffId)
                        .setParameter("hash", hash(code))
                        .executeUpdate()
                == 1;
    }

    int left(long staffId) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from recovery_code where staff_id = :staff and used_at is null")
                        .setParameter("staff", staffId)
                        .getSingleResult())
                .intValue();
    }

    private static String draw() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.grouped(Base32.encode(bytes).toLowerCase(Locale.ROOT)).replace(' ', '-');
    }

    private static byte[] hash(String code) {
        return new Secret(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "")).hash();
    }
}
