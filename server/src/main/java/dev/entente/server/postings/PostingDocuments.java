package dev.entente.server.postings;

import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.server.intake.DocumentStore;
import dev.entente.server.web.ProblemType;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// What can be done with the documents of job postings.
@Configuration(proxyBeanMethods = false)
class PostingDocuments {
  @Bean
  DocumentStore<PostingDocument> postingStore(
      PostingRepository repository, TransactionTemplate transactions, InstantSource clock) {
    return new DocumentStore<>(
        repository,
        new DocumentStore.Kind<>(_ -> DocumentForm.posting(), ProblemType.NO_POSTING),
        transactions,
        clock);
  }
}
