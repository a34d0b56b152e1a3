/// Pages for people: server-rendered, French and English, without scripts.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages;
