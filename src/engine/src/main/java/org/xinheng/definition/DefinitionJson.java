package org.xinheng.definition;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.xinheng.instrument.Text;

/**
 * A definition, or any part of one, as JSON.
 *
 * <p>It is made from the model itself: an object has the components of the record in the order in which the record
 * declares them, in words with hyphens ({@code at-or-above}). A part that has several shapes begins with {@code shape}.
 * Words are those of the definition language; what is not there is left out; the entries of a map stand in the order of
 * their keys and those of a set in the order of their kind. So the same definition always gives the same bytes.
 */
public final class DefinitionJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
      .build();

  private DefinitionJson() {}

  /** The JSON of a record of the model, indented, without a line end. */
  public static String indented(Record part) {
    return text(of(part), JSON.writerWithDefaultPrettyPrinter());
  }

  /** A node on one line. */
  public static String line(JsonNode node) {
    return text(node, JSON.writer());
  }

  /** The JSON of a record of the model. */
  public static ObjectNode of(Record part) {
    ObjectNode object = NODES.objectNode();
    if (part instanceof Text text) {
      return object.put("en", text.en()).put("zh-CN", text.zhCn());
    }
    if (isOneOfSeveralShapes(part)) {
      object.put("shape", hyphened(part.getClass().getSimpleName()));
    }
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      value(part, component)
          .ifPresent(value -> object.set(hyphened(component.getName()), node(value)));
    }
    return object;
  }

  /** A value of the model: a record, a collection, a map, a constant, a number or a text. */
  public static JsonNode node(Object value) {
    if (value instanceof Record part) {
      return of(part);
    }
    if (value instanceof Collection<?> values) {
      ArrayNode array = NODES.arrayNode();
      (value instanceof Set<?> ? values.stream().sorted() : values.stream())
          .forEach(each -> array.add(node(each)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      new TreeMap<Object, Object>(map)
          .forEach((key, each) -> object.set(String.valueOf(word(key)), node(each)));
      return object;
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof BigDecimal number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    return NODES.textNode(word(value));
  }

  private static Optional<Object> value(Record part, RecordComponent component) {
    Object value = called(part, component.getAccessor());
    return value instanceof Optional<?> optional
        ? optional.map(present -> (Object) present)
        : Optional.of(value);
  }

  private static boolean isOneOfSeveralShapes(Record part) {
    for (Class<?> family : part.getClass().getInterfaces()) {
      if (family.isSealed()) {
        return true;
      }
    }
    return false;
  }

  /** What a constant is called in definitions, and everything else as it writes itself. */
  private static String word(Object value) {
    if (!(value instanceof Enum<?> constant)) {
      return value.toString();
    }
    for (String name : new String[] {"word", "tag", "code"}) {
      try {
        return called(constant, constant.getDeclaringClass().getMethod(name)).toString();
      } catch (NoSuchMethodException e) {
        // the next name
      }
    }
    return hyphened(constant.name().toLowerCase(Locale.ROOT));
  }

  private static Object called(Object on, Method accessor) {
    try {
      return accessor.invoke(on);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the model is public: " + accessor, e);
    }
  }

  /** {@code atOrAbove} and {@code AtOrAbove} to {@code at-or-above}. */
  private static String hyphened(String name) {
    return name.replace('_', '-')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode node, ObjectWriter writer) {
    try {
      return writer.writeValueAsString(node).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("a tree of nodes can always be written", e);
    }
  }
}
