package dev.entente.server.engine;

import dev.entente.server.engine.view.EngineFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The routes of the service's functions.
@RestController
@Tag(name = "functions")
class FunctionController {
  /// All functions, by id.
  record FunctionList(List<EngineFunction> functions) {}

  private final FunctionEngine engine;

  FunctionController(FunctionEngine engine) {
    this.engine = engine;
  }

  @GetMapping("/api/functions")
  @Operation(summary = "The functions, when they run next, and which are paused")
  FunctionList list() {
    return new FunctionList(engine.functions());
  }

  @PostMapping(path = "/api/functions/{id}/pause", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Pause a function: nothing starts it, and its runs stand still")
  EngineFunction pause(@PathVariable String id) {
    return engine.pause(id);
  }

  @PostMapping(path = "/api/functions/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "End the pause of a function")
  EngineFunction resume(@PathVariable String id) {
    return engine.resume(id);
  }
}
