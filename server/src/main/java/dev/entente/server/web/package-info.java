/// What all routes and pages share: problems, languages, paging, bounded bodies.
@org.jspecify.annotations.NullMarked
package dev.entente.server.web;
