package org.xinheng.definition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.xinheng.memory.ProgramMemory;

/**
 * Definitions that this very program has read before and found without an error. They count only for the same name and the same
 * bytes; so nothing is ever taken for checked that was not.
 */
final class DefinitionMemory {

  private final ProgramMemory memory;

  DefinitionMemory(ProgramMemory memory) {
    this.memory = memory;
  }

  /**
   * The value of a definition, remembered or read.
   *
   * @param name of the file in messages
   * @param read gives the value, or throws if the definition has errors
   */
  <T> T value(String name, byte[] bytes, Class<T> type, Supplier<T> read) {
    byte[] key = key(name, bytes, type);
    Optional<T> known = memory.known(type.getSimpleName(), key).flatMap(held -> value(held, type));
    if (known.isPresent()) {
      return known.get();
    }
    T value = read.get();
    keep(type.getSimpleName(), key, value);
    return value;
  }

  private static byte[] key(String name, byte[] bytes, Class<?> type) {
    byte[] named = (type.getName() + " " + name).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + named.length + bytes.length)
        .putInt(named.length)
        .put(named)
        .put(bytes)
        .array();
  }

  private static <T> Optional<T> value(ByteBuffer held, Class<T> type) {
    try {
      return Optional.of(type.cast(RecordBytes.read(held)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Keeps a value that comes back from its bytes as it was. */
  private void keep(String kind, byte[] key, Object value) {
    try {
      byte[] bytes = RecordBytes.write(value);
      if (RecordBytes.read(ByteBuffer.wrap(bytes)).equals(value)) {
        memory.keep(kind, key, bytes);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // It is read again the next time.
    }
  }
}
