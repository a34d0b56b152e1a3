/// The service itself: whether it runs, its folder, its log, its endpoint.
@org.jspecify.annotations.NullMarked
package dev.entente.server.doctor.service;
