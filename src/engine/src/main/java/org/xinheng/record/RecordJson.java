package org.xinheng.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.xinheng.instrument.Text;

/**
 * Records out of JSON, the way back of {@link org.xinheng.definition.DefinitionJson}: an object has the components of the
 * record, words are those of constants, a part that has several shapes says which. Everything else is refused by its path.
 */
final class RecordJson {

  private RecordJson() {}

  /** Reads a record. */
  static <T> T read(Class<T> type, JsonNode node) {
    return type.cast(value(type, node, ""));
  }

  private static Object value(Type type, JsonNode node, String path) {
    if (type instanceof ParameterizedType generic) {
      Type of = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? Optional.of(value(of, node, path))
          : list(of, node, path);
    }
    return single((Class<?>) type, node, path);
  }

  private static List<Object> list(Type of, JsonNode node, String path) {
    if (!node.isArray()) {
      throw fault(path, "a list");
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      list.add(value(of, node.get(i), path + "/" + i));
    }
    return list;
  }

  private static Object single(Class<?> type, JsonNode node, String path) {
    if (type == Text.class) {
      return new Text(
          text(node.path("en"), path + "/en"), text(node.path("zh-CN"), path + "/zh-CN"));
    }
    if (type.isSealed()) {
      return shaped(type, node, path);
    }
    if (type.isRecord()) {
      return ofRecord(type, node, path, Set.of());
    }
    if (type == int.class || type == Integer.class) {
      if (!node.isInt()) {
        throw fault(path, "a whole number");
      }
      return node.intValue();
    }
    if (type == boolean.class || type == Boolean.class) {
      if (!node.isBoolean()) {
        throw fault(path, "true or false");
      }
      return node.booleanValue();
    }
    if (type == BigDecimal.class) {
      if (!node.isNumber()) {
        throw fault(path, "a number");
      }
      return node.decimalValue();
    }
    return ofText(type, text(node, path), path);
  }

  private static Object ofText(Class<?> type, String text, String path) {
    try {
      if (type == LocalDate.class) {
        return LocalDate.parse(text);
      }
      if (type == LocalDateTime.class) {
        return LocalDateTime.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw fault(path, "a date such as 2026-10-12, or a time such as 2026-10-12T09:00");
    }
    return type.isEnum() ? constant(type, text, path) : text;
  }

  private static String text(JsonNode node, String path) {
    if (!node.isTextual()) {
      throw fault(path, "a text");
    }
    return node.textValue();
  }

  private static Object constant(Class<?> type, String word, String path) {
    for (Object constant : type.getEnumConstants()) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    throw fault(path, "one of the words of '" + hyphened(type.getSimpleName()) + "'");
  }

  private static String word(Object constant) {
    for (String name : new String[] {"word", "tag", "code"}) {
      try {
        return constant.getClass().getMethod(name).invoke(constant).toString();
      } catch (NoSuchMethodException e) {
        // the next name
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("the model is public: " + constant.getClass(), e);
      }
    }
    return hyphened(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
  }

  private static Object shaped(Class<?> family, JsonNode node, String path) {
    String shape = text(node.path("shape"), path + "/shape");
    for (Class<?> type : family.getPermittedSubclasses()) {
      if (hyphened(type.getSimpleName()).equals(shape)) {
        return ofRecord(type, node, path, Set.of("shape"));
      }
    }
    throw fault(path + "/shape", "a shape of '" + hyphened(family.getSimpleName()) + "'");
  }

  private static Object ofRecord(Class<?> type, JsonNode node, String path, Set<String> beside) {
    if (!node.isObject()) {
      throw fault(path, "an object");
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    Set<String> known = new HashSet<>(beside);
    for (int i = 0; i < components.length; i++) {
      String key = hyphened(components[i].getName());
      known.add(key);
      types[i] = components[i].getType();
      values[i] = component(components[i], node.path(key), path + "/" + key);
    }
    node.fieldNames().forEachRemaining(key -> {
      if (!known.contains(key)) {
        throw fault(path, "no key '" + key + "'");
      }
    });
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw fault(path, "values that belong together");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the model is public: " + type, e);
    }
  }

  private static Object component(RecordComponent component, JsonNode node, String path) {
    if (!node.isMissingNode()) {
      return value(component.getGenericType(), node, path);
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    throw fault(path, "something");
  }

  private static CaseFileException fault(String path, String expected) {
    return new CaseFileException(
        "case file: " + (path.isEmpty() ? "the file" : "'" + path + "'") + " must be " + expected);
  }

  /** {@code atOrAbove} and {@code AtOrAbove} to {@code at-or-above}. */
  private static String hyphened(String name) {
    return name.replace('_', '-')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
