/// What pages say in one language: texts, numbers, instants, and things by their names.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages.wording;
