/// The pages of job postings.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages.postings;
