package dev.entente.server.generation;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.matchings.RankedPosting;
import dev.entente.server.runs.GenerationRun.Failure;
import java.util.List;

/// Job postings ranked together from what was stored at one instant.
///
/// @param conditions of all scores
/// @param ranked those that could be ranked, by id
/// @param failures postings that could not, and candidates who were left out
/// @param candidates that were read
/// @param loadMillis how long reading took
/// @param rankMillis how long ranking took
record RankingPass(
    RunConditions conditions,
    List<RankedPosting> ranked,
    List<Failure> failures,
    int candidates,
    long loadMillis,
    long rankMillis) {}
