package dev.entente.documents;

/// Where work is done. People filter by it; it enters no score.
enum WorkMode {
  ONSITE,
  HYBRID,
  REMOTE
}
