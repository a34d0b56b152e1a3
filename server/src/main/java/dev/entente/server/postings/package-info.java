/// Job postings as they are stored and served.
@org.jspecify.annotations.NullMarked
package dev.entente.server.postings;
