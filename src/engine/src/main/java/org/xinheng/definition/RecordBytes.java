package org.xinheng.definition;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that are made of records, enums, lists, sets, maps, options, texts and numbers, as bytes and back. A text, and a record
 * of nothing but texts, is written once. Records are made again by their constructors, which check them as always.
 */
final class RecordBytes {

  private static final byte SEEN = 0;
  private static final byte TEXT = 1;
  private static final byte INTEGER = 2;
  private static final byte DECIMAL = 3;
  private static final byte DOUBLE = 4;
  private static final byte TRUE = 5;
  private static final byte FALSE = 6;
  private static final byte NONE = 7;
  private static final byte SOME = 8;
  private static final byte LIST = 9;
  private static final byte SET = 10;
  private static final byte MAP = 11;
  private static final byte ENUM = 12;
  private static final byte RECORD = 13;

  private RecordBytes() {}

  /** @throws IllegalArgumentException if it is made of anything else */
  static byte[] write(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new Writer(new DataOutputStream(bytes)).write(value);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory are always written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The value at the position of the buffer.
   *
   * @throws ReflectiveOperationException if a class is not there, or refuses the value
   * @throws RuntimeException if the bytes are not of a value
   */
  static Object read(ByteBuffer bytes) throws ReflectiveOperationException {
    return new Reader(bytes).read();
  }

  private static boolean isOfTexts(Object[] components) {
    for (Object component : components) {
      if (!(component instanceof String)) {
        return false;
      }
    }
    return true;
  }

  private static final class Writer {

    private final DataOutputStream to;
    private final Map<Object, Integer> seen = new HashMap<>();

    Writer(DataOutputStream to) {
      this.to = to;
    }

    void write(Object value) throws IOException {
      @Nullable Integer known = seen.get(value);
      if (known != null) {
        to.writeByte(SEEN);
        to.writeInt(known);
      } else if (value instanceof String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        to.write(bytes);
        seen.put(text, seen.size());
      } else if (value instanceof Record record) {
        writeRecord(record);
      } else if (value instanceof Enum<?> constant) {
        to.writeByte(ENUM);
        write(constant.getDeclaringClass().getName());
        to.writeInt(constant.ordinal());
      } else if (value instanceof Optional<?> option) {
        to.writeByte(option.isPresent() ? SOME : NONE);
        if (option.isPresent()) {
          write(option.get());
        }
      } else if (value instanceof List<?> list) {
        head(LIST, list.size());
        writeAll(list);
      } else if (value instanceof Set<?> set) {
        head(SET, set.size());
        writeAll(set);
      } else if (value instanceof Map<?, ?> map) {
        head(MAP, map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(entry.getKey());
          write(entry.getValue());
        }
      } else {
        writeNumber(value);
      }
    }

    private void head(byte kind, int size) throws IOException {
      to.writeByte(kind);
      to.writeInt(size);
    }

    private void writeAll(Iterable<?> values) throws IOException {
      for (Object value : values) {
        write(value);
      }
    }

    private void writeNumber(Object value) throws IOException {
      if (value instanceof Integer number) {
        head(INTEGER, number);
      } else if (value instanceof BigDecimal number) {
        byte[] digits = number.unscaledValue().toByteArray();
        head(DECIMAL, number.scale());
        to.writeInt(digits.length);
        to.write(digits);
      } else if (value instanceof Double number) {
        to.writeByte(DOUBLE);
        to.writeDouble(number);
      } else if (value instanceof Boolean truth) {
        to.writeByte(truth ? TRUE : FALSE);
      } else {
        throw new IllegalArgumentException("no bytes for a " + value.getClass().getName());
      }
    }

    private void writeRecord(Record record) throws IOException {
      Object[] components = components(record);
      head(RECORD, components.length);
      write(record.getClass().getName());
      writeAll(Arrays.asList(components));
      if (isOfTexts(components)) {
        seen.put(record, seen.size());
      }
    }

    private static Object[] components(Record record) {
      RecordComponent[] declared = record.getClass().getRecordComponents();
      Object[] components = new Object[declared.length];
      for (int i = 0; i < components.length; i++) {
        try {
          declared[i].getAccessor().setAccessible(true);
          components[i] = declared[i].getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
          throw new IllegalArgumentException("a record that does not tell its components", e);
        }
      }
      return components;
    }
  }

  private static final class Reader {

    private final ByteBuffer from;
    private final List<Object> seen = new ArrayList<>();
    private final Map<String, Constructor<?>> constructors = new HashMap<>();
    private final Map<String, Object[]> constants = new HashMap<>();

    Reader(ByteBuffer from) {
      this.from = from;
    }

    Object read() throws ReflectiveOperationException {
      byte kind = from.get();
      return switch (kind) {
        case SEEN -> seen.get(from.getInt());
        case TEXT -> text();
        case INTEGER -> from.getInt();
        case DECIMAL -> decimal();
        case DOUBLE -> from.getDouble();
        case TRUE -> true;
        case FALSE -> false;
        case NONE -> Optional.empty();
        case SOME -> Optional.of(read());
        case LIST -> Arrays.asList(values(from.getInt()));
        case SET -> new LinkedHashSet<>(Arrays.asList(values(from.getInt())));
        case MAP -> map();
        case ENUM -> constant();
        case RECORD -> record();
        default -> throw new IllegalArgumentException("no kind of value: " + kind);
      };
    }

    private Object text() {
      byte[] bytes = new byte[from.getInt()];
      from.get(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      seen.add(text);
      return text;
    }

    private BigDecimal decimal() {
      int scale = from.getInt();
      byte[] digits = new byte[from.getInt()];
      from.get(digits);
      return new BigDecimal(new BigInteger(digits), scale);
    }

    private Object[] values(int size) throws ReflectiveOperationException {
      Object[] values = new Object[size];
      for (int i = 0; i < size; i++) {
        values[i] = read();
      }
      return values;
    }

    private Map<Object, Object> map() throws ReflectiveOperationException {
      Map<Object, Object> map = new LinkedHashMap<>();
      int size = from.getInt();
      for (int i = 0; i < size; i++) {
        Object key = read();
        map.put(key, read());
      }
      return map;
    }

    private Object constant() throws ReflectiveOperationException {
      String type = (String) read();
      Object @Nullable [] all = constants.get(type);
      if (all == null) {
        all = Class.forName(type).getEnumConstants();
        constants.put(type, all);
      }
      return all[from.getInt()];
    }

    private Object record() throws ReflectiveOperationException {
      int size = from.getInt();
      String type = (String) read();
      Object[] components = values(size);
      @Nullable Constructor<?> constructor = constructors.get(type);
      if (constructor == null) {
        constructor = constructor(Class.forName(type), size);
        constructors.put(type, constructor);
      }
      Object record = constructor.newInstance(components);
      if (isOfTexts(components)) {
        seen.add(record);
      }
      return record;
    }

    private static Constructor<?> constructor(Class<?> type, int size)
        throws NoSuchMethodException {
      List<Constructor<?>> fitting = new ArrayList<>();
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == size) {
          fitting.add(constructor);
        }
      }
      Constructor<?> canonical = fitting.size() == 1
          ? fitting.get(0)
          : type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical;
    }
  }
}
