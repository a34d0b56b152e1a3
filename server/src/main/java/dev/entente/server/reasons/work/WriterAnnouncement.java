package dev.entente.server.reasons.work;

import dev.entente.server.reasons.ReasonLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says in the log at the start who writes reasons, and what must be known of it.
@Component
class WriterAnnouncement {
  private static final Logger LOG = LoggerFactory.getLogger(WriterAnnouncement.class);
  private static final String TEMPLATES = "templates";

  private final WritingModel writing;

  WriterAnnouncement(WritingModel writing) {
    this.writing = writing;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    String writer =
        writing.model().map(model -> model.provider() + " " + model.model()).orElse(TEMPLATES);
    writing
        .caution(ReasonLanguage.ENGLISH)
        .ifPresentOrElse(
            caution -> LOG.warn("reasons are written by: {}. {}", writer, caution),
            () -> LOG.info("reasons are written by: {}", writer));
  }
}
