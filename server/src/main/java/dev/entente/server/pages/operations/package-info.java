/// The pages of the installation: functions, events, checks, settings.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages.operations;
