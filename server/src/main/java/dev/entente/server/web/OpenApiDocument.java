package dev.entente.server.web;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/// Completes the OpenAPI document: what routes read is checked by our own readers, so its schemas
/// are written by hand.
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
  private static final String SCHEMAS = "dev/entente/server/openapi-schemas.json";
  private static final String PROBLEM = "#/components/schemas/Problem";

  @Bean
  OpenApiCustomizer openApiCustomizer() {
    return OpenApiDocument::complete;
  }

  private static void complete(OpenAPI document) {
    document.setInfo(
        new Info()
            .title("Entente")
            .version("1")
            .description("Matches people to jobs, and can prove every point of every score."));
    document.setServers(null);
    if (document.getComponents() == null) {
      document.setComponents(new Components());
    }
    schemas().forEach(document.getComponents()::addSchemas);
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(OpenApiDocument::addRefusals);
  }

  private static Map<String, Schema<?>> schemas() {
    try (InputStream in = new ClassPathResource(SCHEMAS).getInputStream()) {
      var type =
          Json31.mapper().getTypeFactory().constructMapType(Map.class, String.class, Schema.class);
      return Json31.mapper().readValue(in, type);
    } catch (IOException e) {
      throw new IllegalStateException("the schemas of the API are missing", e);
    }
  }

  private static void addRefusals(Operation operation) {
    var problem =
        new ApiResponse()
            .description("Refused: all that is wrong, and what to do")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    operation.getResponses().addApiResponse("4XX", problem);
  }
}
