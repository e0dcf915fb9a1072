package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.record.TimeToContact;
import org.xinheng.screening.CampaignCounts;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.PublishedCounts;

/**
 * What of the counts of a campaign is published after an earlier run of the same campaign. Whoever has both could subtract them; so
 * either they are new and tell of no few students, or the earlier ones stay as they are.
 *
 * @param result the campaign, its counts guarded against the earlier ones
 * @param counts of it, as they stand now
 * @param before what was published, the last at the end
 * @param from the folder of the earlier run
 * @param isKept whether the earlier ones stay
 */
public record Publication(
    CampaignResult result,
    CampaignCounts counts,
    List<PublishedCounts> before,
    Optional<Path> from,
    boolean isKept) {

  public Publication {
    before = List.copyOf(before);
  }

  /** The first one, or one after which nobody looks back. */
  public static Publication first(CampaignResult result) {
    return new Publication(
        result, TimeToContact.allCounts(result), List.of(), Optional.empty(), false);
  }

  /**
   * One after an earlier run.
   *
   * @param folder of the results of that run; if none of this campaign are there, this is the first
   * @param ids by which students are known in the result
   * @throws IllegalArgumentException if nobody who was counted then is in the result: under other ids all would seem to have
   *     changed, and nothing would be guarded
   */
  public static Publication after(Path folder, CampaignResult result, StudentIds ids)
      throws IOException {
    List<PublishedCounts> before = CountedFile.read(folder, result.campaign().id(), ids);
    if (before.isEmpty()) {
      return first(result);
    }
    CampaignResult guarded = result.after(before);
    CampaignCounts counts = TimeToContact.allCounts(guarded);
    if (counts.published().sharesNobodyWith(before.get(before.size() - 1))) {
      throw new IllegalArgumentException(
          "nobody who was counted in " + folder + " is known now: name the key (--pseudonyms) and"
              + " the list of other ids (--aliases) of that run; or, if nobody has got its counts,"
              + " say --not-handed-out");
    }
    boolean isKept = counts.published().losesOf(before.get(before.size() - 1));
    return new Publication(guarded, counts, before, Optional.of(folder), isKept);
  }

  /** How many students have changed since the last one. */
  public int changed() {
    return before.isEmpty() ? 0 : counts.published().changedSince(before.get(before.size() - 1));
  }

  /** Writes what the next run has to know. */
  void write(Path folder) throws IOException {
    List<PublishedCounts> all = isKept || (changed() == 0 && !before.isEmpty())
        ? before
        : Stream.concat(before.stream(), Stream.of(counts.published())).toList();
    CountedFile.write(folder, result.campaign().id(), all);
  }
}
