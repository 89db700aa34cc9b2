/**
 * The demonstration: on the first start with {@code RINGSTUGA_DEMO=true} an empty database is filled with an invented
 * organization, its members and some evenings of calls. It uses the product as its users do, and every number in it
 * belongs to nobody.
 */
@NullMarked
package se.ringstuga.demo;

import org.jspecify.annotations.NullMarked;
