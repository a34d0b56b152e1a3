package dev.entente.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Checks all query parameters of a request before its route sees one, and refuses it with all that
/// is wrong: a typo in a filter must not give the whole list.
///
/// Routes take their parameters as records, whose components are the names, types and constraints.
final class ParameterCheck implements HandlerInterceptor {
  /// Changes the language of any answer.
  static final String LANGUAGE = "lang";

  private final MessageSource messages;
  private final Supplier<ConversionService> conversion;
  private final Supplier<Validator> validator;

  ParameterCheck(
      MessageSource messages,
      Supplier<ConversionService> conversion,
      Supplier<Validator> validator) {
    this.messages = messages;
    this.conversion = conversion;
    this.validator = validator;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith("dev.entente.")
        && request.getDispatcherType() == DispatcherType.REQUEST
        && !isFormOfAPage(request)) {
      List<FieldProblem> problems = problems(request.getParameterMap(), known(method));
      if (!problems.isEmpty()) {
        throw ApiProblem.parameters(problems);
      }
    }
    return true;
  }

  // A form's fields come as parameters. The API reads no form, whatever a request says it holds.
  private static boolean isFormOfAPage(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/")
        && String.valueOf(request.getContentType())
            .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static Map<String, RecordComponent> known(HandlerMethod method) {
    Map<String, RecordComponent> known = new LinkedHashMap<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.getParameterType().isRecord()) {
        RecordComponent[] components = parameter.getParameterType().getRecordComponents();
        List<String> names = names(parameter.getParameterType());
        for (int i = 0; i < components.length; i++) {
          known.put(names.get(i), components[i]);
        }
      }
    }
    return known;
  }

  // A parameter whose name is a word of the language's own, such as `for`, is bound by name.
  private static List<String> names(Class<?> record) {
    return Arrays.stream(record.getDeclaredConstructors()[0].getParameters())
        .map(
            parameter ->
                Optional.ofNullable(parameter.getAnnotation(BindParam.class))
                    .map(BindParam::value)
                    .orElseGet(parameter::getName))
        .toList();
  }

  private List<FieldProblem> problems(
      Map<String, String[]> given, Map<String, RecordComponent> known) {
    List<FieldProblem> problems = new ArrayList<>();
    for (String name : given.keySet()) {
      if (!known.containsKey(name) && !name.equals(LANGUAGE)) {
        problems.add(problem(name, "UNKNOWN_PARAMETER", names(known)));
      }
    }
    known.forEach((name, component) -> problems.addAll(problems(name, component, given.get(name))));
    return problems;
  }

  private static String names(Map<String, RecordComponent> known) {
    return Stream.concat(known.keySet().stream(), Stream.of(LANGUAGE))
        .collect(Collectors.joining(" "));
  }

  private List<FieldProblem> problems(
      String name, RecordComponent component, String @Nullable [] values) {
    if (values != null && Arrays.stream(values).anyMatch(ParameterCheck::isSpoilt)) {
      return List.of(problem(name, "ILLEGAL_CHARACTER"));
    }
    if (values != null && values.length > 1 && component.getType() != List.class) {
      return List.of(problem(name, "REPEATED"));
    }
    if (values != null && values[0].isEmpty() && component.getType() != String.class) {
      return List.of(problem(name, "NOT_OF_TYPE", ""));
    }
    try {
      return validator
          .get()
          .validateValue(
              component.getDeclaringRecord(), component.getName(), converted(component, values))
          .stream()
          .map(violation -> problem(name, violation))
          .toList();
    } catch (ConversionException e) {
      return List.of(problem(name, "NOT_OF_TYPE", String.join(",", values)));
    }
  }

  // PostgreSQL keeps no U+0000, and half of a pair is no text.
  private static boolean isSpoilt(String value) {
    return value.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(value);
  }

  private @Nullable Object converted(RecordComponent component, String @Nullable [] values) {
    var type = new TypeDescriptor(new MethodParameter(component.getAccessor(), -1));
    return values == null ? null : conversion.get().convert(values, type);
  }

  private static FieldProblem problem(String name, ConstraintViolation<?> violation) {
    String kind =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    String sentence = violation.getMessage();
    return new FieldProblem(name, true, kind, _ -> sentence);
  }

  private FieldProblem problem(String name, String kind, Object... arguments) {
    return new FieldProblem(
        name,
        true,
        kind,
        language -> messages.getMessage("parameter." + kind, arguments, language));
  }
}
