/** The application's entry point; everything else lives in the feature packages below. */
@NullMarked
package se.ringstuga;

import org.jspecify.annotations.NullMarked;
