package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;

/// A matching and the status that somebody saw before they decided.
public record SeenStatus(String matchingId, MatchingStatus status) {}
