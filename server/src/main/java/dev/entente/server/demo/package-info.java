/// Invented candidates and job postings, to show the service without anybody's documents.
@org.jspecify.annotations.NullMarked
package dev.entente.server.demo;
