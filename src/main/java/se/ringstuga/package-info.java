/** The application's entry point; everything else lives in the feature packages below. */
package se.ringstuga;
