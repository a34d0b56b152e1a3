package dev.entente.server.reasons.model;

import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.Refusal;
import dev.entente.server.reasons.model.CallFailure.Form;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A model that writes reasons, asked over the network: one call of this is one request. Shared by
/// threads.
///
/// It keeps to no limits and repeats nothing: that is the caller's. Interrupting the calling thread
/// ends its call.
public final class ReasonModel implements AutoCloseable {
  /// The version of what models are told: another one makes other texts.
  public static final int PROMPT_VERSION = Prompt.VERSION;

  private final ModelSettings settings;
  private final Dialect dialect;
  private final BoundedHttpClient client;
  private final ChatModel model;

  private ReasonModel(ModelSettings settings, Dialect dialect, Duration patience) {
    this.settings = settings;
    this.dialect = dialect;
    this.client = new BoundedHttpClient(patience, dialect);
    this.model = dialect.model(new BoundedHttpClientBuilder(client, patience));
  }

  /// The model that is set.
  ///
  /// @param patience for a whole call, from the connection to the end of the answer
  /// @throws IllegalStateException if nothing may be sent to it, see [ModelSettings#mayCall()]
  public static ReasonModel of(ModelSettings settings, Duration patience) {
    if (!settings.mayCall()) {
      throw new IllegalStateException(settings.caution(ReasonLanguage.ENGLISH).orElseThrow());
    }
    return new ReasonModel(settings, settings.dialect(), patience);
  }

  /// What every model is told to do, whatever it is asked.
  public static String instruction() {
    return Prompt.INSTRUCTION;
  }

  /// Asks for reasons.
  ///
  /// @throws CallFailure if there is no answer that could be read
  public Answer ask(Question question) throws CallFailure {
    return ask(new Prompt(question));
  }

  /// Asks anew for the reasons that were refused, and for no other.
  ///
  /// @param refused why, by key of the question
  /// @throws CallFailure if there is no answer that could be read
  /// @throws IllegalArgumentException if none of the keys is in the question
  public Answer repair(Question question, Map<String, Set<Refusal>> refused) throws CallFailure {
    return ask(new Prompt(question.about(refused.keySet()), refused));
  }

  /// The provider's name in settings, such as `gemini`.
  public String provider() {
    return settings.provider().tag();
  }

  /// The model's name, as its provider knows it.
  public String model() {
    return settings.model();
  }

  private Answer ask(Prompt prompt) throws CallFailure {
    ChatRequest request =
        ChatRequest.builder().messages(prompt.messages()).parameters(parameters(prompt)).build();
    return new Reply(chat(request), prompt.question().facts().keySet()).answer();
  }

  private ChatRequestParameters parameters(Prompt prompt) {
    var format = ChatRequestParameters.builder().responseFormat(prompt.format()).build();
    return dialect.sizes(prompt).overrideWith(format);
  }

  // Whatever the library cannot read is no answer. It may quote what it read: its words end here.
  private ChatResponse chat(ChatRequest request) throws CallFailure {
    try {
      return model.chat(request);
    } catch (FailedCall e) {
      throw e.failure();
    } catch (ContentFilteredException e) {
      throw CallFailure.blocked("CONTENT_FILTER", Optional.empty());
    } catch (RuntimeException e) {
      throw CallFailure.malformed(Form.INVALID, Optional.empty());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
