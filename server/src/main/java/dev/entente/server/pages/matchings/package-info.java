/// The pages of a posting's list, and of one matching.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages.matchings;
