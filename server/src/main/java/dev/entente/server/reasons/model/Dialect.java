package dev.entente.server.reasons.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;

/// How the models of one provider are spoken to.
interface Dialect {
  /// The model, by the library.
  ChatModel model(HttpClientBuilder client);

  /// What each request says of its own size, if the provider wants to know more than the most
  /// tokens of an answer.
  default ChatRequestParameters sizes(Prompt prompt) {
    return ChatRequestParameters.builder().maxOutputTokens(prompt.mostOutputTokens()).build();
  }

  /// The body of a request as it is sent, where the library says what it had better not.
  default String body(String body) {
    return body;
  }

  /// Looks at an answer before the library does, where that tells less than the answer says.
  default void examine(String answer) throws CallFailure {}
}
