package dev.entente.server.pages.runs.report;

import java.util.List;

/// A posting of a run that somebody will want to look at.
///
/// @param title empty if it is erased
/// @param value what is to be seen of it, such as how long it took
/// @param reasons why, in sentences
record PostingLine(String id, String title, String value, List<String> reasons) {}
