package org.xinheng.exchange.identity;

import java.util.Locale;
import org.xinheng.instrument.FullWidth;

/**
 * Pseudonyms of students under a key: {@code P} and 16 letters and digits. 13 of them are the first 65 bits of the HMAC of the id;
 * the last three are the first 15 bits of the HMAC of these 13, by which a pseudonym of this key is known from one of another key,
 * and from an id of a school's own. The same id gives the same pseudonym in every table and every year, so that tables still fit
 * together, and a pseudonym that is met as an id stays as it is, so that a table may go through twice.
 *
 * <p>An id is known by all digits it could have, and there are few: without a key, whoever hashes all of them has a list of whom
 * each code is. 65 bits are enough to keep 10 million students apart: the chance that any two of them share a pseudonym is below
 * 1 in 700,000 ({@code n² / 2^66}). One in 32,768 pseudonyms of another key passes for one of this key; a table of them does not.
 */
public final class Pseudonyms {

  private static final String LETTER = "P";
  private static final int BODY_CHARACTERS = 13;
  private static final int CHECK_CHARACTERS = 3;
  private static final int BITS_A_CHARACTER = 5;

  /** Without letters that are taken for a digit or for one another (Crockford's Base32). */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** What the code is of, so that no other use of the key gives the same. */
  private static final String STUDENT = "student\n";

  private static final String CHECK = "check\n";

  private final PseudonymKey key;

  public Pseudonyms(PseudonymKey key) {
    this.key = key;
  }

  /** The pseudonym of an id, however it is spelled; of a pseudonym of this key itself. */
  public String of(String id) {
    String spelled = spelled(id);
    if (isOfThisKey(spelled)) {
      return spelled;
    }
    String body = letters(key.code(STUDENT + StudentNumber.canonical(id)), BODY_CHARACTERS);
    return LETTER + body + check(body);
  }

  /** Whether an id is a pseudonym that was not made with this key, so that it fits nothing that was. */
  public boolean isOfAnotherKey(String id) {
    return isPseudonym(id) && !isOfThisKey(spelled(id));
  }

  private boolean isOfThisKey(String spelled) {
    int bodyEnd = LETTER.length() + BODY_CHARACTERS;
    return isPseudonym(spelled)
        && check(spelled.substring(LETTER.length(), bodyEnd)).equals(spelled.substring(bodyEnd));
  }

  private String check(String body) {
    return letters(key.code(CHECK + body), CHECK_CHARACTERS);
  }

  private static String letters(byte[] code, int characters) {
    StringBuilder letters = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (int next = 0; letters.length() < characters; next++) {
      bits = (bits << Byte.SIZE) | (code[next] & 0xFF);
      held += Byte.SIZE;
      while (held >= BITS_A_CHARACTER && letters.length() < characters) {
        held -= BITS_A_CHARACTER;
        letters.append(ALPHABET.charAt((bits >> held) & (ALPHABET.length() - 1)));
      }
      bits &= (1 << held) - 1;
    }
    return letters.toString();
  }

  /** Whether a text has the form of a pseudonym, of whatever key. */
  public static boolean isPseudonym(String text) {
    String spelled = spelled(text);
    return spelled.length() == LETTER.length() + BODY_CHARACTERS + CHECK_CHARACTERS
        && spelled.startsWith(LETTER)
        && spelled.chars().skip(1).allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  /** As pseudonyms are written, since people copy them. */
  private static String spelled(String text) {
    return FullWidth.toNarrow(text).strip().toUpperCase(Locale.ROOT);
  }

  /** Which key they are made with. */
  public String fingerprint() {
    return key.fingerprint();
  }
}
