package dev.entente.server.candidates;

import dev.entente.documents.DocumentForm;
import dev.entente.matching.profile.Candidate;
import dev.entente.server.intake.DocumentStore;
import dev.entente.server.web.ProblemType;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// What can be done with the documents of candidates.
@Configuration(proxyBeanMethods = false)
class CandidateDocuments {
  @Bean
  DocumentStore<Candidate> candidateStore(
      CandidateRepository repository, TransactionTemplate transactions, InstantSource clock) {
    return new DocumentStore<>(
        repository,
        new DocumentStore.Kind<>(DocumentForm::candidate, ProblemType.NO_CANDIDATE),
        transactions,
        clock);
  }
}
