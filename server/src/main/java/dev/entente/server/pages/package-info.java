/// Pages for people: server-rendered, French and English. Here is what all of them share; each kind
/// of page has a room of its own below.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages;
