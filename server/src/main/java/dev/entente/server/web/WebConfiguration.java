package dev.entente.server.web;

import jakarta.validation.Validator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Sets up what all routes share.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private static final int MOST_LANGUAGES = 4_096; // more than the 8 KiB of all headers can hold

  private final MessageSource messages;
  private final ObjectProvider<ConversionService> conversion;
  private final ObjectProvider<Validator> validator;

  // Both are made by what this configures, so they are asked for when a request needs them.
  WebConfiguration(
      MessageSource messages,
      @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion,
      ObjectProvider<Validator> validator) {
    this.messages = messages;
    this.conversion = conversion;
    this.validator = validator;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new ParameterCheck(messages, conversion::getObject, validator::getObject));
    registry.addInterceptor(new LanguageMemory());
  }

  @Bean
  LocaleResolver localeResolver() {
    return new Languages();
  }

  /// Lets people prefer many languages: at the eleventh, the web server would fail.
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> manyLanguages() {
    return server ->
        server.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(MOST_LANGUAGES));
  }
}
