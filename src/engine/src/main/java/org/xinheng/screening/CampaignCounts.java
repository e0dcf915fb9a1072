package org.xinheng.screening;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The counts of a campaign, made once for all tables and reports that show any of them.
 *
 * @param summary with small cells suppressed, also beside counts that were published before
 * @param contacts of the same students; empty if the campaign has no list of contacts
 * @param published what the next run of the campaign has to know of them
 * @param countedAgain schools of which counts were published before, of students who count as something else now, or have
 *     other scores or alerts
 */
public record CampaignCounts(
    Summary summary,
    Optional<ContactCounts> contacts,
    PublishedCounts published,
    Set<String> countedAgain) {

  public CampaignCounts {
    countedAgain = Set.copyOf(countedAgain);
  }

  /**
   * The counts of a campaign.
   *
   * @param summary of the same campaign
   * @param contacts of the same campaign
   */
  public static CampaignCounts of(
      CampaignResult result, Summary summary, Optional<ContactCounts> contacts) {
    PublishedCounts published = PublishedCounts.of(result.times().now(), summary, contacts);
    Set<String> again = new LinkedHashSet<>();
    result.published().forEach(before -> again.addAll(published.schoolsOtherThan(before)));
    return new CampaignCounts(summary, contacts, published, again);
  }

  /** What is made of scores and alerts is not published twice, since the two could be subtracted. */
  public boolean isCountedAgain() {
    return !countedAgain.isEmpty();
  }

  /** The same of one school. */
  public CampaignCounts ofSchool(String school) {
    Set<String> again = new LinkedHashSet<>(countedAgain);
    again.retainAll(Set.of(school));
    return new CampaignCounts(
        summary.ofSchool(school),
        contacts.map(counts -> counts.ofSchool(school)),
        published.ofSchools(Set.of(school)),
        again);
  }
}
