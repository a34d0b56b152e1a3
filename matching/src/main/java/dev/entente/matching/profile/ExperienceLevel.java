package dev.entente.matching.profile;

/// How much experience a job posting asks for; criteria decide how many months that is.
public enum ExperienceLevel {
  ENTRY,
  JUNIOR,
  MID,
  SENIOR,
  LEAD
}
