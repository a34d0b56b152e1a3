package dev.entente.matching.profile;

/// The tier of a badge, lowest first.
public enum BadgeTier {
  BRONZE,
  SILVER,
  GOLD
}
