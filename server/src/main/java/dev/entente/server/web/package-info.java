/// What all routes and pages share: problems, languages, checked parameters, bounded bodies.
@org.jspecify.annotations.NullMarked
package dev.entente.server.web;
