package org.xinheng.memory;

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
import java.util.zip.CRC32;

/**
 * What this very program has found out before, in a folder of small files.
 *
 * <p>A file holds which program wrote it, all bytes that the value depends on, and the value with its CRC-32. Unless the first two
 * are the same to the last byte and the value is whole, it counts for nothing. What goes wrong with the folder is passed over: it
 * saves time, and nothing else.
 */
public final class ProgramMemory {

  private final Path folder;
  private final byte[] program;

  private ProgramMemory(Path folder, byte[] program) {
    this.folder = folder;
    this.program = program;
  }

  /** The memory in a folder; none if the program is not one jar, whose time and size say that it is still the same. */
  public static Optional<ProgramMemory> in(Path folder) {
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
  public static ProgramMemory of(Path folder, String program) {
    return new ProgramMemory(folder, program.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The bytes of a value.
   *
   * @param kind of value, as it may stand in the name of a file
   * @param key all bytes that the value depends on
   */
  public Optional<ByteBuffer> known(String kind, byte[] key) {
    Path file = file(kind, key);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] head = head(key);
      byte[] held = Files.readAllBytes(file);
      int start = head.length + Long.BYTES;
      boolean isSame =
          held.length >= start && Arrays.equals(held, 0, head.length, head, 0, head.length);
      if (!isSame
          || ByteBuffer.wrap(held).getLong(head.length) != crc(held, start, held.length - start)) {
        return Optional.empty();
      }
      return Optional.of(ByteBuffer.wrap(held, start, held.length - start));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps the bytes of a value. */
  public void keep(String kind, byte[] key, byte[] value) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "new", ".part");
      byte[] head = head(key);
      Files.write(
          part,
          ByteBuffer.allocate(head.length + Long.BYTES + value.length)
              .put(head)
              .putLong(crc(value, 0, value.length))
              .put(value)
              .array());
      Files.move(part, file(kind, key), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // It is found out again the next time.
    }
  }

  private Path file(String kind, byte[] key) {
    return folder.resolve(kind + "-" + Long.toHexString(crc(key, 0, key.length)));
  }

  private static long crc(byte[] bytes, int start, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, start, length);
    return crc.getValue();
  }

  private byte[] head(byte[] key) {
    return ByteBuffer.allocate(2 * Integer.BYTES + program.length + key.length)
        .putInt(program.length)
        .putInt(key.length)
        .put(program)
        .put(key)
        .array();
  }
}
