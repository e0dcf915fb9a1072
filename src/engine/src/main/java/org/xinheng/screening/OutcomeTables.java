package org.xinheng.screening;

import java.util.List;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;
import org.xinheng.scoring.RowCells;
import org.xinheng.scoring.SheetTables;

/**
 * How all that the policy depends on in a plain row of answers makes one number, to which each scale adds: rows with the same
 * number have the same decision. It is immutable, and can be kept as bytes.
 */
public final class OutcomeTables {

  /** What {@link #number} gives where the answers bound a score that is not there: then only they themselves decide. */
  public static final long OPEN = -1;

  // Fields of bits, of which most are counts that the scales add up to.
  static final int HIGH = 0;
  static final int SEVERE = 6;
  static final int AT_WORST_HIGH = 12;
  static final int AT_WORST_SEVERE = 18;
  static final int PRIMARY = 24;
  static final int IMPACT = 27;
  static final int SCORED_FORMS = 30;
  private static final int ALERT = 36;
  private static final int WORST_ALERT = 38;
  private static final int IS_ANSWERED = 40;
  private static final int IS_PRIMARY_INVALID = 41;

  /** How many scales of a form have no score: this is not part of the number. */
  static final int WITHOUT_SCORE = 48;

  /** How many scales without a level may have any, as the answers do not bound it: nor is this. */
  static final int IS_OPEN = 54;

  private static final long ALL_BELOW_WITHOUT_SCORE = (1L << WITHOUT_SCORE) - 1;
  private static final long ALL_BELOW_OPEN = (1L << IS_OPEN) - 1;

  /** What fits the bits of a count. */
  static final int COUNTS = 1 << 6;

  private static final int BITS_OF_ALERT = 2;
  private static final long ALERTS = (1 << BITS_OF_ALERT) - 1;

  private final Part[] parts;

  /** Where counts stand in the number, and of each the least count that the policy takes for the same. */
  private final int[] toldPlaces;

  private final int[][] told;

  /**
   * A form in the rows of cells.
   *
   * @param first where its cells begin
   * @param kept the columns of those that are kept
   * @param places where the results of the scales that the battery reads stand among those of a row
   */
  @SuppressWarnings("ArrayRecordComponent") // Read for every row, and never compared.
  record Part(int first, int[] kept, int[] places, boolean isOfPrimary) {}

  /** What results add to the number, of students who get the same scores for the same answers. */
  public static final class Adds {

    /** By form, scale of the battery and result. */
    private final long[][][] ofValid;

    /** The same where the form is invalid. */
    private final long[][][] ofInvalid;

    Adds(long[][][] ofValid, long[][][] ofInvalid) {
      this.ofValid = ofValid;
      this.ofInvalid = ofInvalid;
    }

    /** Those that {@link #writeTo} wrote. */
    public Adds(MemoryReader from) {
      int forms = from.readInt();
      ofValid = new long[forms][][];
      ofInvalid = new long[forms][][];
      for (int form = 0; form < forms; form++) {
        ofValid[form] = from.readRows();
        ofInvalid[form] = from.readRows();
      }
    }

    public void writeTo(MemoryWriter to) {
      to.writeInt(ofValid.length);
      for (int form = 0; form < ofValid.length; form++) {
        to.writeRows(ofValid[form]);
        to.writeRows(ofInvalid[form]);
      }
    }
  }

  OutcomeTables(List<Part> parts, int[] toldPlaces, int[][] told) {
    this.parts = parts.toArray(new Part[0]);
    this.toldPlaces = toldPlaces;
    this.told = told;
  }

  /** The tables that {@link #writeTo} wrote. */
  public OutcomeTables(MemoryReader from) {
    parts = new Part[from.readInt()];
    for (int form = 0; form < parts.length; form++) {
      parts[form] = new Part(from.readInt(), from.readInts(), from.readInts(), from.readInt() == 1);
    }
    toldPlaces = from.readInts();
    told = new int[toldPlaces.length][];
    for (int place = 0; place < told.length; place++) {
      told[place] = from.readInts();
    }
  }

  public void writeTo(MemoryWriter to) {
    to.writeInt(parts.length);
    for (Part part : parts) {
      to.writeInt(part.first());
      to.writeInts(part.kept());
      to.writeInts(part.places());
      to.writeInt(part.isOfPrimary() ? 1 : 0);
    }
    to.writeInts(toldPlaces);
    for (int[] ofPlace : told) {
      to.writeInts(ofPlace);
    }
  }

  /** What a form says beside its levels, for {@link #number}. */
  static long facts(boolean isInvalid, int alert, int worstAlert) {
    return (isInvalid ? 1 : 0) | (long) alert << 1 | (long) worstAlert << (1 + BITS_OF_ALERT);
  }

  /**
   * The number of a row.
   *
   * @param row that was scored
   * @param results the number of the result of each scale, as {@link SheetTables} orders them
   * @param facts by form, as {@link OutcomeLookup#facts} gives them
   * @return {@link #OPEN} where no number tells enough
   */
  public long number(RowCells row, int[] results, long[] facts, Adds of) {
    long key = 0;
    long alert = 0;
    long worstAlert = 0;
    long open = 0;
    byte[] cells = row.bytes();
    for (int form = 0; form < parts.length; form++) {
      Part part = parts[form];
      long ofForm = facts[form];
      boolean isValid = (ofForm & 1) == 0;
      alert = Math.max(alert, ofForm >>> 1 & ALERTS);
      worstAlert = Math.max(worstAlert, ofForm >>> (1 + BITS_OF_ALERT));
      long[][] adds = isValid ? of.ofValid[form] : of.ofInvalid[form];
      long sum = 0;
      int[] places = part.places;
      for (int scale = 0; scale < places.length; scale++) {
        sum += adds[scale][results[places[scale]]];
      }
      open |= sum >>> IS_OPEN;
      if (!isBlank(cells, part.first, part.kept)) {
        key |= 1L << IS_ANSWERED;
        key += (sum & ALL_BELOW_OPEN) >>> WITHOUT_SCORE == 0 ? 1L << SCORED_FORMS : 0;
      }
      key |= part.isOfPrimary && !isValid ? 1L << IS_PRIMARY_INVALID : 0;
      key += sum & ALL_BELOW_WITHOUT_SCORE;
    }
    return open == 0 ? key | alert << ALERT | worstAlert << WORST_ALERT : OPEN;
  }

  /** Whether nothing was answered: that is found at the first answer. */
  private static boolean isBlank(byte[] cells, int first, int[] kept) {
    for (int column : kept) {
      if (cells[first + column] >= ResponseSet.LOWEST_CODE) {
        return false;
      }
    }
    return true;
  }

  /** The least of the numbers that the policy takes for the same. */
  public long told(long number) {
    long same = number;
    for (int i = 0; i < toldPlaces.length; i++) {
      int count = (int) (number >>> toldPlaces[i]) & (COUNTS - 1);
      same -= (long) (count - told[i][count]) << toldPlaces[i];
    }
    return same;
  }
}
