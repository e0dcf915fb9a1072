package org.xinheng.definition;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Definitions that this very program has read before and found without an error, in a folder of small files.
 *
 * <p>A file holds which program wrote it, the name and all bytes of the definition, and the value. Unless the first three
 * are the same to the last byte, it counts for nothing; so nothing is ever taken for checked that was not. What goes wrong with
 * the folder is passed over: it saves time, and nothing else.
 */
final class DefinitionMemory {

  private final Path folder;
  private final byte[] program;

  private DefinitionMemory(Path folder, byte[] program) {
    this.folder = folder;
    this.program = program;
  }

  /** The memory in a folder; none if the program is not one jar, whose time and size say that it is still the same. */
  static Optional<DefinitionMemory> in(Path folder) {
    String classPath = System.getProperty("java.class.path", "");
    if (classPath.isEmpty() || classPath.contains(File.pathSeparator)) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(classPath).toAbsolutePath();
      BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
      String program =
          jar + " " + attributes.size() + " " + attributes.lastModifiedTime().toMillis();
      return attributes.isRegularFile() ? Optional.of(of(folder, program)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The memory of a program in a folder. */
  static DefinitionMemory of(Path folder, String program) {
    return new DefinitionMemory(folder, program.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The value of a definition, remembered or read.
   *
   * @param name of the file in messages
   * @param read gives the value, or throws if the definition has errors
   */
  <T> T value(String name, byte[] bytes, Class<T> type, Supplier<T> read) {
    byte[] head = head(name, bytes, type);
    CRC32 crc = new CRC32();
    crc.update(head);
    Path file = folder.resolve(type.getSimpleName() + "-" + Long.toHexString(crc.getValue()));
    Optional<T> known = known(file, head, type);
    if (known.isPresent()) {
      return known.get();
    }
    T value = read.get();
    keep(file, head, value);
    return value;
  }

  private byte[] head(String name, byte[] bytes, Class<?> type) {
    byte[] named = (type.getName() + " " + name).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(3 * Integer.BYTES + program.length + named.length + bytes.length)
        .putInt(program.length)
        .putInt(named.length)
        .putInt(bytes.length)
        .put(program)
        .put(named)
        .put(bytes)
        .array();
  }

  private static <T> Optional<T> known(Path file, byte[] head, Class<T> type) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] held = Files.readAllBytes(file);
      return held.length > head.length && Arrays.equals(held, 0, head.length, head, 0, head.length)
          ? Optional.of(type.cast(
              RecordBytes.read(ByteBuffer.wrap(held, head.length, held.length - head.length))))
          : Optional.empty();
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Keeps a value that comes back from its bytes as it was. */
  private void keep(Path file, byte[] head, Object value) {
    try {
      byte[] bytes = RecordBytes.write(value);
      if (!RecordBytes.read(ByteBuffer.wrap(bytes)).equals(value)) {
        return;
      }
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "new", ".part");
      Files.write(
          part,
          ByteBuffer.allocate(head.length + bytes.length).put(head).put(bytes).array());
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      // It is read again the next time.
    }
  }
}
