package org.xinheng.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {

  private static final String NUMBER = "G330106201305010017";

  @TempDir
  private Path folder;

  @Test
  void areTheFirst65BitsOfTheHmacInBase32AndThreeCharactersThatCheckThem() throws IOException {
    // printf 'student\nG330106201305010017' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…1f
    //   gives b1154c53ee95aeba94…; its first 65 bits in groups of five are P4AMRMZEJPQBN.
    // printf 'check\nP4AMRMZEJPQBN' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…1f
    //   gives eb7c…: 11101 01101 11110 are X, D and Y.
    assertThat(new Pseudonyms(key()).of(NUMBER)).isEqualTo("PP4AMRMZEJPQBNXDY");
  }

  @Test
  void aPseudonymOfThisKeyIsItsOwnPseudonymHoweverItIsSpelled() throws IOException {
    Pseudonyms pseudonyms = new Pseudonyms(key());
    String once = pseudonyms.of(NUMBER);
    assertThat(pseudonyms.of(once)).isEqualTo(once);
    assertThat(pseudonyms.of(" pp4amrmzejpqbnxdy ")).isEqualTo(once);
    assertThat(pseudonyms.isOfAnotherKey(once)).isFalse();
  }

  @Test
  void aPseudonymOfAnotherKeyOrAMistypedOneIsKnownAndNeverKept() throws IOException {
    Pseudonyms pseudonyms = new Pseudonyms(key());
    // Made with another key, or with this one and its last character or one of its body mistyped.
    for (String other :
        new String[] {"P0123456789ABCDEF", "PP4AMRMZEJPQBNXDZ", "PP4AMRMZEJPQBMXDY"}) {
      assertThat(pseudonyms.isOfAnotherKey(other)).as(other).isTrue();
      assertThat(pseudonyms.of(other)).isNotEqualTo(other);
    }
    assertThat(pseudonyms.isOfAnotherKey(NUMBER)).isFalse();
  }

  @Test
  void aTableWrittenBeforeANumberWasReplacedHoldsTheStudentOfTheNewOne() throws IOException {
    String temporary = "L330106201305010018";
    StudentIds before = StudentIds.AS_WRITTEN.withPseudonyms(new Pseudonyms(key()));
    StudentIds now = before.withAliases(new Aliases(Map.of(temporary, NUMBER)));
    assertThat(before.of(temporary)).isNotEqualTo(before.of(NUMBER));
    assertThat(now.of(before.of(temporary))).isEqualTo(before.of(NUMBER));
  }

  @Test
  void areTheSameHoweverTheIdIsSpelled() throws IOException {
    Pseudonyms pseudonyms = new Pseudonyms(key());
    assertThat(pseudonyms.of(" ｇ330106201305010017　")).isEqualTo(pseudonyms.of(NUMBER));
    assertThat(pseudonyms.of("Ab1")).isNotEqualTo(pseudonyms.of("ab1"));
  }

  @Test
  void differFromKeyToKeyAndFromIdToId() {
    Set<String> all = new HashSet<>();
    Pseudonyms one = new Pseudonyms(PseudonymKey.random());
    Pseudonyms other = new Pseudonyms(PseudonymKey.random());
    for (int id = 0; id < 2_000; id++) {
      all.add(one.of(Integer.toString(id)));
      all.add(other.of(Integer.toString(id)));
    }
    assertThat(all).hasSize(4_000).allMatch(Pseudonyms::isPseudonym);
    assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
  }

  @Test
  void aKeyIsReadAsItWasWritten() throws IOException {
    PseudonymKey key = PseudonymKey.random();
    Path file = folder.resolve("key");
    key.write(file);
    assertThat(new Pseudonyms(PseudonymKey.read(file)).of(NUMBER))
        .isEqualTo(new Pseudonyms(key).of(NUMBER));
    assertThat(key.toString()).isEqualTo("PseudonymKey " + key.fingerprint());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKeyIsForItsOwnerAndRefusedIfItIsForEverybody() throws IOException {
    Path file = folder.resolve("key");
    PseudonymKey.random().write(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    PseudonymKey.read(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PseudonymKey.read(file))
        .withMessageContaining("everybody on this computer")
        .withMessageContaining("chmod 600");
  }

  @Test
  void aKeyIsNeverWrittenOverAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PseudonymKey.random().write(file))
        .withMessageContaining("there is a file already");
    assertThat(file).hasContent("x");
  }

  @Test
  void aFileThatIsNoKeyIsRefused() throws IOException {
    for (String content :
        new String[] {"", "xinheng pseudonym key 1\n00", "x".repeat(5_000), "00".repeat(32)}) {
      Path file = folder.resolve("key");
      Files.deleteIfExists(file);
      PseudonymKey.random().write(file);
      Files.writeString(file, content);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PseudonymKey.read(file))
          .withMessageContaining("there is no key in");
    }
  }

  @Test
  void aStudentKeepsOnePseudonymWhenATemporaryNumberIsReplaced() throws IOException {
    String temporary = "L330106201305010018";
    StudentIds ids = StudentIds.AS_WRITTEN
        .withAliases(new Aliases(Map.of(temporary, NUMBER)))
        .withPseudonyms(new Pseudonyms(key()));
    assertThat(ids.of(temporary)).isEqualTo(ids.of(NUMBER));
    assertThat(ids.of(" l330106201305010018")).isEqualTo(ids.of(NUMBER));
  }

  @Test
  void aliasesAreFollowedToTheLast() {
    Aliases aliases = new Aliases(Map.of("a", "b", "b", "c", "x", "c"));
    assertThat(aliases.current("a")).isEqualTo("c");
    assertThat(aliases.current("x")).isEqualTo("c");
    assertThat(aliases.current("z")).isEqualTo("z");
  }

  @Test
  void aliasesThatGoInACircleAreRefusedWithoutNamingThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Aliases(Map.of("G1", "G2", "G2", "G1")))
        .withMessageContaining("goes in a circle")
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("G1", "G2"));
  }

  @Test
  void aBlankIdStaysOne() {
    assertThat(StudentIds.AS_WRITTEN
            .withPseudonyms(new Pseudonyms(PseudonymKey.random()))
            .of(" "))
        .isEqualTo(" ");
    assertThat(StudentIds.AS_WRITTEN.of("007 ")).isEqualTo("007 ");
  }

  /** The bytes 0 to 31. */
  private PseudonymKey key() throws IOException {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      hex.append(String.format("%02x", i));
    }
    Path file = folder.resolve("fixed");
    if (!Files.exists(file)) {
      PseudonymKey.random().write(file);
      Files.writeString(file, "xinheng pseudonym key 1\n" + hex + "\n");
    }
    return PseudonymKey.read(file);
  }
}
