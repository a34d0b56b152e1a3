package dev.entente.server.web;

import java.util.Locale;

/// What can be wrong with a request as a whole; each has a title and a sentence in each language.
public enum ProblemType {
  /// The body holds something wrong.
  INVALID_DOCUMENT(422),
  /// A query parameter is wrong or unknown.
  INVALID_PARAMETERS(400),
  /// The body is larger than allowed.
  TOO_LARGE(413),
  /// The body's type is not one that the route reads.
  UNSUPPORTED_TYPE(415),
  /// The caller accepts nothing that the route writes.
  NOT_ACCEPTABLE(406),
  /// There is no such route.
  NO_ROUTE(404),
  /// The route is not for this method.
  METHOD_NOT_ALLOWED(405),
  /// There is no such candidate.
  NO_CANDIDATE(404),
  /// There is no such job posting.
  NO_POSTING(404),
  /// There is no such matching.
  NO_MATCHING(404),
  /// There is no such run.
  NO_RUN(404),
  /// The service has no such function.
  NO_FUNCTION(404),
  /// The engine keeps no such event.
  NO_EVENT(404),
  /// The job posting is not active, so nobody is ranked for it.
  POSTING_INACTIVE(409),
  /// The stored job posting breaks today's rules, so nobody can be ranked for it.
  UNREADABLE_POSTING(409),
  /// A matching without a rank cannot wait to be looked at.
  PENDING_WITHOUT_RANK(409),
  /// A person rejects somebody without saying why.
  REJECTION_WITHOUT_REASON(422),
  /// The reason was written by a template, so no model is to be corrected.
  REASON_BY_TEMPLATE(409),
  /// The documents do not tell any more what a reason would be written from.
  REASON_WITHOUT_FACTS(409),
  /// A generation is going on.
  RUN_IS_GOING(409),
  /// The run has ended.
  RUN_IS_OVER(409),
  /// The run has no such step.
  NO_STEP(404),
  /// The run cannot be done once more from that step on.
  NO_RERUN(409),
  /// The function is a part of others, which would fail without it.
  FUNCTION_IS_INVOKED(409),
  /// The engine does not do that now, and says why.
  ENGINE_REFUSES(409),
  /// As many as may follow runs do so.
  TOO_MANY_LISTENERS(503),
  /// The engine in use does that elsewhere, or not at all.
  ENGINE_CANNOT(409),
  /// No Inngest server is set that could call the functions.
  INNGEST_IS_OFF(409),
  /// The key is missing or wrong.
  UNAUTHENTICATED(401),
  /// The request comes from a page or for a host that is not this service's.
  FOREIGN(403),
  /// The request comes from a page of another site.
  FOREIGN_PAGE(403),
  /// The request is not one that HTTP allows.
  BAD_REQUEST(400),
  /// The database does not answer; the same request can be tried again.
  UNAVAILABLE(503),
  /// The engine that runs functions does not answer; the same request can be tried again.
  ENGINE_UNAVAILABLE(503),
  /// Others have locked the same rows; the same request can be tried again.
  BUSY(503),
  /// A defect of ours.
  DEFECT(500);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  /// The type of a refusal of which only the HTTP status is known.
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FOREIGN;
      case 404 -> NO_ROUTE;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_TYPE;
      default -> status < 500 ? BAD_REQUEST : DEFECT;
    };
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// Tells whether the same request may do later.
  boolean passes() {
    return status == UNAVAILABLE.status;
  }

  /// The last part of the type's address, such as `invalid-document`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
