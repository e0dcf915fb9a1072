package org.xinheng.exchange.identity;

/**
 * Pseudonyms of students under a key: {@code P} and 16 letters and digits, the first 80 bits of the HMAC of the id. The same id
 * gives the same pseudonym in every table and every year, so that tables still fit together.
 *
 * <p>An id is known by all digits it could have, and there are few: without a key, whoever hashes all of them has a list of whom
 * each code is. 80 bits are enough to keep 100 million students apart: the chance that any two of them share one is below
 * 1 in 100 million ({@code n² / 2^81}).
 */
public final class Pseudonyms {

  private static final String LETTER = "P";
  private static final int CHARACTERS = 16;
  private static final int BITS_A_CHARACTER = 5;

  /** Without letters that are taken for a digit or for one another (Crockford's Base32). */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** What the code is of, so that no other use of the key gives the same. */
  private static final String PURPOSE = "student\n";

  private final PseudonymKey key;

  public Pseudonyms(PseudonymKey key) {
    this.key = key;
  }

  /** The pseudonym of an id, however it is spelled. */
  public String of(String id) {
    byte[] code = key.code(PURPOSE + StudentNumber.canonical(id));
    StringBuilder pseudonym = new StringBuilder(LETTER);
    int bits = 0;
    int held = 0;
    for (int next = 0; pseudonym.length() <= CHARACTERS; next++) {
      bits = (bits << Byte.SIZE) | (code[next] & 0xFF);
      held += Byte.SIZE;
      while (held >= BITS_A_CHARACTER && pseudonym.length() <= CHARACTERS) {
        held -= BITS_A_CHARACTER;
        pseudonym.append(ALPHABET.charAt((bits >> held) & (ALPHABET.length() - 1)));
      }
      bits &= (1 << held) - 1;
    }
    return pseudonym.toString();
  }

  /** Whether a text has the form of a pseudonym. */
  public static boolean isPseudonym(String text) {
    return text.length() == LETTER.length() + CHARACTERS
        && text.startsWith(LETTER)
        && text.chars().skip(1).allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  /** Which key they are made with. */
  public String fingerprint() {
    return key.fingerprint();
  }
}
