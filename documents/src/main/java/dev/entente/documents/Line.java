package dev.entente.documents;

/// What stands on one line of a file.
///
/// @param number of its first line in the file, from 1
/// @param document what it says, or what is wrong with it
public record Line<T>(long number, Checked<T> document) {}
