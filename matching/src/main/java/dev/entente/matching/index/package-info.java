/// The fast way to the rankings of the plain ranker: a million candidates, of whom each posting
/// looks at few.
///
/// A total is the weighted sum of all scores. Nobody is scored whose total cannot be among the k
/// best; what tells that is worked out for a candidate in each declared domain, which is a *row*.
///
/// | word | is |
/// |---|---|
/// | trait | a small number kept of a row, such as months worked; only its criterion knows what it means |
/// | standing | what one criterion reads from its traits: [dev.entente.matching.criteria.Standing] |
/// | highest | the most that a row's traits allow, whichever other domains a posting has: a score in a standing, the weighted sum of all in [Standings] |
/// | alone | the same for a posting that has no other domain |
/// | mark | a number of seven bits that tells a posting how far its scores stay below the highest |
/// | deduction | what a posting takes off for a mark, which is how far at least |
/// | height | highest (or alone), rounded up to a multiple of 8, and mark in one number: [Heights]; rows of a domain are ranked by it |
/// | ceiling | the most that a posting adds to the highest, by how much is shared: [Ceilings] |
/// | bound | the most that a row's traits and what is shared allow together |
/// | least | the k-th total until here; only what lies below it is cut off |
/// | missing | how far a height lies below the least, which a ceiling has to add |
///
/// For each row and each posting of its domain, under the default weights,
///
/// ```
/// total <= bound <= height - deduction + ceiling, and alone <= highest
/// ```
///
/// where a ceiling grows with what is shared. Under other weights the height is stretched
/// ([Standings.Reweighing]). `IndexLawsTest` holds all of this.
///
/// In the order of reading: [CandidateIndex] holds what a [RankingBatch] ranks; [IndexBuild] makes
/// [DomainRanks] and their pages from [CandidateRecords], with [Standings]; [CandidateSearch] goes
/// down the ranks, with [BlockOverlaps] for what is shared and [PreparedPosting] for bounds and
/// scores, and hands over to [Finalists] and [TopTotals]. [Census] counts who is eligible,
/// [Changes] stand beside.
package dev.entente.matching.index;
