package dev.entente.inngest.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/// A generic type as a value: `new TypeToken<List<Order>>() {}`. Immutable.
public abstract class TypeToken<T extends @Nullable Object> {
  private final Type type;

  /// Takes the type that the subclass names.
  ///
  /// @throws IllegalStateException if it names none
  protected TypeToken() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType named)) {
      throw new IllegalStateException("write the type: new TypeToken<List<Order>>() {}");
    }
    type = named.getActualTypeArguments()[0];
  }

  final Type type() {
    return type;
  }
}
