package dev.entente.server.reasons.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/// Hands a client to the library, whose own time-outs it does not take.
///
/// @param client given each time
/// @param connectTimeout of the client
record BoundedHttpClientBuilder(HttpClient client, Duration connectTimeout)
    implements HttpClientBuilder {
  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }

  @Override
  public HttpClient build() {
    return client;
  }
}
