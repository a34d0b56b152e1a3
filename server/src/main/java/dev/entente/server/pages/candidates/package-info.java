/// The pages of candidates: what is known of one, where they are ranked, and where not.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages.candidates;
