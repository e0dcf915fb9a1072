package org.xinheng.exchange.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret by which ids become pseudonyms: 256 bits by chance, in a file of their own. Who has it and a list of
 * students can say whose pseudonym is whose; who has not cannot, and cannot make one.
 */
public final class PseudonymKey {

  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String FIRST_LINE = "xinheng pseudonym key 1";
  private static final Pattern CONTENT =
      Pattern.compile(FIRST_LINE + "\\R([0-9a-f]{" + 2 * BYTES + "})\\R?");
  private static final int MOST_BYTES_OF_FILE = 1024;
  private static final int FINGERPRINT_DIGITS = 8;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

  private final SecretKeySpec secret;

  private PseudonymKey(byte[] bytes) {
    this.secret = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** A new one. */
  public static PseudonymKey random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new PseudonymKey(bytes);
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if the file is no key, or is open to everybody
   * @throws IOException if it cannot be read
   */
  public static PseudonymKey read(Path file) throws IOException {
    if (isOpenToOthers(file)) {
      throw new IllegalArgumentException("everybody on this computer can use the key in " + file
          + "; take their permission away: chmod 600 " + file);
    }
    String content = Files.size(file) > MOST_BYTES_OF_FILE
        ? ""
        : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Matcher matcher = CONTENT.matcher(content);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "there is no key in " + file + "; xinheng pseudonym key --out FILE makes one");
    }
    return new PseudonymKey(HexFormat.of().parseHex(matcher.group(1)));
  }

  /** Windows has no such permissions; there it is the folder that keeps others out. */
  private static boolean isOpenToOthers(Path file) throws IOException {
    @Nullable
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null
        && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains);
  }

  /**
   * Writes the key into a new file that only its owner can read.
   *
   * @throws IllegalArgumentException if there is a file already, which is never written over
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    String content = FIRST_LINE + "\n" + HexFormat.of().formatHex(secret.getEncoded()) + "\n";
    Set<OpenOption> asNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, Set.copyOf(asNew), permissions())) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          "there is a file already: " + file + "; a key that is lost cannot be made again", e);
    }
  }

  private static FileAttribute<?>[] permissions() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  /** By which one sees whether two runs had the same key; it gives nothing of the key away. */
  public String fingerprint() {
    return HexFormat.of().formatHex(code("fingerprint")).substring(0, FINGERPRINT_DIGITS);
  }

  /** HMAC-SHA-256 of a text in UTF-8. */
  byte[] code(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "PseudonymKey " + fingerprint();
  }
}
