/** What every interface shares: problems (RFC 9457), paging, idempotency, language, the pages' layout and security headers. */
@NullMarked
package se.ringstuga.http;

import org.jspecify.annotations.NullMarked;
